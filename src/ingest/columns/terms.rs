//! Words by which the name of a column is taken apart: taxes, with and without, numbers, units.

/// Words for tax on sales.
#[rustfmt::skip]
pub(super) const TAXES: &[&str] = &[
    "ddv", "kdv",
    "vat", "alv", "moms", "momsen", "mva", "mwst", "ust", "dph", "btw", "tva", "km", "iva", "pvn", "nds", "pdv", "afa", "gst",
    "kaibemaks", "kaibemaksu", "kaibemaksuta", "arvonlisavero", "arvonlisaveroa", "umsatzsteuer", "mehrwertsteuer", "steuer",
];

/// Words before a tax: without it, and with it.
#[rustfmt::skip]
pub(super) const WITHOUT: &[&str] = &[
    "exclusief", "sem", "fara", "brez",
    "fore", "innan", "prior", "przed", "pred", "vor", "avant", "antes", "prima", "enne",
    "ilman", "ei", "be", "bez", "sin", "hors", "ohne", "zonder", "senza", "excl", "exc", "exkl",
    "ex", "ekskl", "eks", "uden", "uten", "utan", "sans", "without", "before", "ilma",
];
#[rustfmt::skip]
pub(super) const WITH: &[&str] = &[
    "inclusief", "sis", "sisaltaa", "sisaltaen", "su", "ar", "con", "avec", "inkl", "incl", "ink", "mit", "met", "med", "koos", "including", "z",
];

/// How words for those begin who are numbered.
#[rustfmt::skip]
pub(super) const NUMBERED: &[&str] = &[
    "asiak", "kund", "client", "klient", "kliend", "customer", "debitor", "debiteur", "kontrahent", "nabywc", "odbiorc", "zakazn", "odberat",
    "klant", "relatie", "jasen", "medlem", "mitglied", "czlonk", "vevo", "ugyfel", "member", "adherent", "socio", "donor", "liikme", "clensk", "tessera",
];
/// How words for orders and invoices begin.
#[rustfmt::skip]
pub(super) const ORDERED: &[&str] = &[
    "lasku", "tilau", "faktur", "order", "ordre", "rechnung", "auftrag", "bestel", "zamowien", "factu", "fattur", "fatur", "invoic", "command", "piece",
    "pedido", "encomend", "ordine", "objedn", "arve", "tellimus", "szaml", "rendel", "racun", "saskait",
];
/// Words for a number, and small ones beside it.
#[rustfmt::skip]
pub(super) const NUMBERS: &[&str] = &[
    "nr", "nro", "no", "num", "numero", "number", "nummer", "numer", "cislo", "id", "code", "kod", "kood", "koodi", "cod", "codigo", "codice",
    "tunnus", "konto", "account", "nri", "szam",
];
/// Words for accounts.
pub(super) const ACCOUNTS: &[&str] = &[
    "konto", "account", "compte", "cpt", "tili", "conto", "cuenta", "conta", "rekening", "ucet",
    "kt",
];
pub(super) const SMALL: &[&str] = &["de", "do", "del", "di", "da", "o", "of"];

/// Words that say the unit of an amount, not what it is.
pub(super) const UNITS: &[&str] = &[
    "eur", "euros", "euroa", "pln", "zl", "sek", "kr", "usd", "gbp", "chf", "e", "tis", "teur",
];

/// Words of an amount without tax.
#[rustfmt::skip]
pub(super) const NET: &[&str] = &[
    "ilman", "veroton", "excl", "excluding", "ex", "bez", "exkl", "net", "netto", "ekskl", "eks", "exclusive", "excluded", "untaxed", "uden", "uten", "0", "neto", "nett", "ht",
];

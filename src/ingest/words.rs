//! What columns are called in the languages of Europe, folded: see [`fold`](super::fold).
//!
//! To teach the reader a new name: a word in the row of its role. A name that is exactly the word
//! counts in full, one that holds it among others counts less.

use std::sync::LazyLock;

use super::role::Role;

/// Names of one role that speak for it equally.
pub(super) struct Words {
    pub(super) role: Role,
    /// How strongly, of 100.
    pub(super) weight: u32,
    pub(super) names: Vec<&'static str>,
}

/// Names by role, taken apart once.
pub(super) static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let words = |(role, weight, names): &(Role, u32, &'static str)| Words {
        role: *role,
        weight: *weight,
        names: names.split('|').collect(),
    };
    NAMED.iter().map(words).collect()
});

const fn words(role: Role, weight: u32, names: &'static str) -> (Role, u32, &'static str) {
    (role, weight, names)
}

/// Names by role, with bars between them: a list of texts takes more room in the reader.
#[rustfmt::skip]
const NAMED: &[(Role, u32, &str)] = &[
    words(Role::Name, 98, "\
        asiakkaan nimi|asiakasnimi|asiakas nimi|asiakas|jasenen nimi|jasenyritys|jasen|customer name|customer|client name|client|member name|member|kundnamn|kundens namn|kund|medlem|kundenname|kunde|kunden|mitglied|nazwa klienta|klient|\
        nazwa kontrahenta|kontrahent|kontrahent nazwa|nabywca nazwa|nabywca|nazwa nabywcy|nazwa odbiorcy|odbiorca|platnik|czlonek|nazwa czlonka|imie i nazwisko|imie i nazwisko kupujacego|imie i nazwisko odbiorcy|imie i nazwisko klienta|\
        imie i nazwisko zamawiajacego|nazwa kupujacego|kupujacy imie i nazwisko|kupujacy|etu ja sukunimi|sukunimi ja etunimi|full name|saaja maksaja|name description|musteri|musteri adi|unvan|stranka|payer name|payer|payee name|kenelle|\
        kuka|for whom|dla kogo|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|begunstigter auftraggeber|auftraggeber begunstigter|auftraggeber empfanger|name zahlungsbeteiligter|zahlungsempfanger|zahlungspflichtiger|\
        zahlungspflichtige r|naam omschrijving|naam tegenpartij|tegenpartij|tegenrekeninghouder|ordinante|ordinante beneficiario|contrepartie|contraparte|protistrana|nazev protistrany|nazev protiuctu|partner neve|kedvezmenyezett|\
        recipient name|avsandare mottagare|mottagare|motpartens namn|kontrahent transakcji|maksajan nimi|saajan nimi|ostajan nimi|tilaajan nimi|vastapuoli|vastapuolen nimi|counterparty|counterparty name|motpart|nazwa nadawcy|\
        nazwa platnika|nadawca|nadawca odbiorca|kundenavn|kundens navn|debitor navn|buyer name|billing name|associated company|primary associated company|cliente|klant|klantnaam|raison sociale|nom du client|nom client|ragione sociale|\
        razon social|nombre cliente|odberatel|zakaznik|vevo|ugyfel|ostaja nimi|kontrahent nazwa pelna|p 3a|delivery fullname|fullname|dane kontrahenta|maksaja|laskun saaja|laskutettava|laskutusasiakas|ostaja|tilaaja|recipient|saaja|\
        paid to|modtager|mottaker|prijemce|vastaanottaja|vastaanottajan nimi|maksunsaaja|maksaja saaja|saajan maksajan nimi|maksajan saajan nimi|betalare|betalarens namn|mottagarens namn|mottagare betalare|betalare mottagare|motpart namn|\
        bestallare|afsender modtager|betaler|indbetaler|modpart|modpartens navn|modtagerens navn|debitornavn|avsender mottaker|mottakers navn|motpartens navn|betalers navn|zahler|zahlungsbeteiligter|empfanger auftraggeber|empfaenger|\
        empfaenger auftraggeber|auftraggeber empfaenger|auftraggeber beguenstigter|beguenstigter auftraggeber|zahlungsempfaenger|zahlungsempfanger in|absender empfanger|gegenpartei|debitorenname|kaufer|besteller|rechnungsempfanger|\
        naam van de tegenpartij|naam ontvanger|naam begunstigde|ontvanger|opdrachtgever|afnemer|naam klant|naam debiteur|donneur d ordre|payeur|emetteur beneficiaire|destinataire|acheteur|nom de la contrepartie|nom du beneficiaire|\
        ordenante|ordenante beneficiario|beneficiario ordenante|pagador|comprador|destinatario|nombre del cliente|pagatore|controparte|acquirente|beneficiario ordinante|nome cliente|tomador|nome do cliente|platce|nazev odberatele|\
        kupujici|objednatel|jmeno protistrany|platca|prijemca|nazov protistrany|nazov protiuctu|nazov odberatela|kupujuci|kedvezmenyezett neve|megbizo|megbizo neve|ellenoldali nev|vasarlo|megrendelo|befizeto|platitor|beneficiar|\
        platitor beneficiar|nume beneficiar|nume platitor|cumparator|denumire client|contrapartida|maksja|maksja nimi|saaja nimi|saaja maksja|saaja maksja nimi|maksja saaja nimi|kliendi nimi|ostja|maksatajs|sanemejs|sanemejs maksatajs|\
        maksatajs sanemejs|pircejs|moketojas|gavejas|moketojas gavejas|gavejas moketojas|moketojo arba gavejo pavadinimas|gavejo pavadinimas|pirkejas|klientas|uzsakovas|zleceniodawca|nazwa zleceniodawcy|odbiorca nadawca|dane nadawcy|\
        dane odbiorcy|nazwa i adres kontrahenta|wplacajacy|darczynca|platitelj|uplatitelj|primatelj|platitelj primatelj|kupac|kupec|placnik|prejemnik|sender recipient|receiver|receiver name|payer payee|payee payer|payor|remitter|\
        remitter name|ordering party|counterpart|counterpart name|counteraccount name|purchaser|debtor name|bill to name|invoice to|customer full name|billing company"),
    words(Role::Name, 88, "\
        nimi|yritys|yrityksen nimi|yritysnimi|toiminimi|yhtio|firma|organisaatio|name|company|company name|account name|account|organisation|organization|business name|buyer|bill to|billed to|sold to|namn|foretag|foretagsnamn|bolag|\
        organisationsnamn|kopare|unternehmen|firmenname|firmenbezeichnung|auftraggeber|nazwa|nazwa firmy|nazwa skrocona|navn|tiers|naam|nom|nombre|nazev|bedrijf|societe|entreprise|entreprise associee|empresa|azienda|denominazione|row labels|etykiety wierszy|\
        riviotsikot|radetiketter|zeilenbeschriftungen|nazwa pelna|podmiot|zamawiajacy|nome|jmeno"),
    words(Role::Name, 89, "\
        partner name|counter party|other party|forening|foreningen|foreningens namn|foreningsnavn|verein|vereinsname|spolek|stowarzyszenie|yhdistys|nom de l association|merchant|merchant name|contractor|contratista|adjudicatario|\
        titulaire|grantee|awardee|beneficiary|beneficiary name|beneficiaire|beneficiario|beneficjent|begunstigde|begunstigter|empfanger|zuwendungsempfanger|avustuksen saaja|avustuksensaaja|hakija|zadatel|ziadatel|applicant|wnioskodawca|\
        antragsteller|sokande|ansoger|soker|aanvrager|solicitante|jarjesto|oppilas|opiskelija|student|elev|schuler|uczen|toimeksiantaja|organisatie|organizace|organizacja|supplier|supplier name|vendor|vendor name|toimittaja|toimittajan nimi|palveluntuottaja|dostawca|nazwa dostawcy|wykonawca|\
        nazwa wykonawcy|leverantor|leverantorens namn|lieferant|fournisseur|proveedor|fornitore|leverancier|dodavatel|toimittaja nimi|tavarantoimittaja|toteuttaja|toteuttajan nimi|pareiskejas|pareiskejas vykdytojas|vykdytojas|partnername|\
        geschaftspartner|relatie|partener|nume partener|partneris|darijuma partneris|partner nev|naziv partnera|guest|guest name|attendee|attendee name|tenant|tenant name|subscriber|donor name|student name|patient name|favorecido|klients|\
        cliente fornitore|toimitusasiakas|loppuasiakas|sopimusasiakas|laskun vastaanottaja|lahjoittaja|vuokralainen|velallinen|osakas|givare|hyresgast|slutkund|uppdragsgivare|galdenar|fakturamottagare|betalningsmottagare|najemca|dluznik|\
        uslugobiorca|uczestnik|strona transakcji|mieter|spender|vertragspartner|leistungsempfanger|endkunde|patient|teilnehmer|gast|gastname|lejer|giver|virksomhed|bestiller|leietaker|foretak|bedrift|oppdragsgiver|firmanavn|huurder|donateur|\
        bedrijfsnaam|adherent|locataire|abonne|compauxlib|libelle tiers|deudor|socio|donante|inquilino|tercero|receptor|remitente|denominacion|committente|cessionario|cessionario committente|donatore|nominativo|anagrafica|ditta|soggetto|\
        cognome e nome|nome e cognome|razao social|nome razao social|nome fantasia|sacado|entidade|designacao social|doador|hospede|parceiro|darce|clen|najemce|adresat|jmeno a prijmeni|jmeno protiuctu|obchodni jmeno|tellija|uurnik|\
        liige|ettevote|annetaja|osapool|tehingu osapool|household|paid by|received from|supporter|patron|\
        fornecedor|handler|commercant|comercio|esercente|inkopsstalle|nazov partnera"),
    words(Role::Name, 72, "payee|tilinimi|debitor|debiteur|donor|kumppani|partner|lahettaja|avsandare|avsandarens namn|afsender|avsender|absender|emetteur|emisor|mittente|remetente|odesilatel|odosielatel|sender|sender name|obchodnik"),
    words(Role::Name, 55, "from|to"),
    words(Role::Name, 60, "contact name|contact|yhteyshenkilo|osoba kontaktowa|kontaktperson"),
    words(Role::Id, 96, "\
        kundenr|kunde nr|kundenummer|asiakasnumero|asiakasnro|asiakas nro|asiakas numero|asiakas id|asiakastunnus|asiakaskoodi|asnro|as nro|kd nr|kdnr|asno|asiakkaan numero|jasennumero|jasennro|jasen nro|jasenen numero|customer id|\
        customer no|customer number|customer code|customerid|client id|client no|client number|client code|cust id|cust no|account id|account no|account number|member id|member no|member number|membership number|debtor no|debtor number|\
        kundnr|kundnummer|kund id|kundid|kund nr|kundkod|medlemsnummer|kundennummer|kundennr|kunden nr|kunden id|debitorennummer|debitor nr|mitgliedsnummer|kod klienta|nr klienta|id klienta|numer klienta|symbol klienta|kod kontrahenta|\
        id kontrahenta|nr kontrahenta|symbol kontrahenta|akronim|numer czlonka|nr czlonkowski|akronim kontrahenta|kontrahent kod|debitornr|debitor nummer|debiteurnummer|debiteurennummer|klantnummer|code client|codigo cliente|\
        codice cliente|a c|personenkonto|compauxnum|lidnummer|code tiers"),
    words(Role::Id, 60, "id|nro|numero|tunnus|koodi|number|code|nr|numer|kod|symbol|nummer|kod firmy|contact id|vendor id|vendor no|vendor number|vendor code|supplier id|supplier no|supplier number|supplier code"),
    words(Role::BusinessId, 97, "\
        y tunnus|ytunnus|y tunnus alv numero|alv tunnus|alv numero|yritystunnus|ly tunnus|business id|company id|registration number|company number|company no|company reg no|vat number|vat id|vat no|vat reg no|tax id|tax number|nip|\
        nip klienta|nip kontrahenta|nip nabywcy|nr nip|numer nip|nip pesel|regon|krs|vat ue|nip ue|organisationsnummer|org nr|orgnr|momsnummer|momsregistreringsnummer|ust id|ustid|ust idnr|ust id nr|steuernummer|handelsregisternummer|\
        hetu y tunnus|siret|siren|id beneficiaire|cvr|cvr nr|cvr nummer|ico|abn|kvk|kvk nummer|uei|duns|partita iva|p iva|codice fiscale|cif|nif|adoszam|vevo adoszama|partner adoszama|dic|ic dph|cui|nipc|pvm kodas|registrikood|imones kodas|maticni broj|oib"),
    words(Role::Group, 90, "konserni|ryhma|emoyhtio|emo|group|customer group company|parent|parent company|koncern|moderbolag|konzern|mutterunternehmen|grupa kapitalowa|grupa|spolka matka|corporate group"),
    words(Role::Revenue, 96, "\
        liikevaihto|myynti|nettomyynti|myynti netto|netto myynti|laskutus|laskutettu|myynti veroton|veroton myynti|veroton|veroton summa|summa veroton|veroton yhteensa|summa alv 0|alv 0|ostot|myynti yhteensa|laskutus yhteensa|myynti eur|\
        myynti e|jasenmaksu|jasenmaksut|nettosumma|netto yhteensa|verollinen myynti ilman alv|revenue|net revenue|sales|net sales|turnover|net amount|amount net|net total|total net|net|net value|invoiced|invoiced amount|sales amount|\
        membership fee|annual fee|subscription|total sales|total revenue|line total|line amount|line subtotal|tax excluded|base imponible|imponibile|montant ht|total ht|ca ht|chiffre d affaires|chiffre d affaires ht|bez dph|\
        castka bez dph|celkem bez dph|bedrag excl btw|excl btw|omzet|summa km ta|kaive|fatturato|ventas|tilioity summa|tiliointisumma|p 13 1|kwota w pln|wartosc pln|untaxed amount|amount untaxed|faktureret|fakturert|belob ekskl moms|\
        belob eks moms|belop eks mva|belop ekskl mva|omsetning|omsaetning|salg|rivin summa|rivin netto|amount excl vat|total excl vat|amount ex vat|total ex vat|total excluding vat|extended price|year to date|ytd|sales ytd|turnover ytd|\
        revenue ytd|ytd sales|current year|this year|kuluva vuosi|kuluva kausi|biezacy rok|rok biezacy|innevarande ar|laufendes jahr|obrat|trzby|apyvarta|pardavimai|pajamos|apgrozijums|ienemumi|pardosana|muuk|muugitulu|forgalom|arbevetel|\
        vyruchka|oborot|prodazhi|facturacion|ingresos|vendite|ricavi|vendas|faturamento|total invoiced|invoiced total|total net amount|omsattning|forsaljning|nettoomsattning|fakturerat|nettobelopp|belopp exkl moms|netto|medlemsavgift|\
        zaklad dane|osnovica|osnova|matrah|neto|nettobelob|nettobelop|umsatz|nettoumsatz|erlos|erlose|nettobetrag|betrag netto|summe netto|netto betrag|mitgliedsbeitrag|przychod|przychody|obrot|obroty|sprzedaz|sprzedaz netto|\
        wartosc netto|netto wartosc|kwota netto|suma netto|wartosc sprzedazy|wartosc sprzedazy netto|przychod netto|obrot netto|razem netto|skladka|skladka roczna|skladka czlonkowska|zakupy"),
    words(Role::Revenue, 90, "subtotal|sub total|valisumma|subtotaal|taxable value|taxable amount|assessable value|incidencia|base tributavel"),
    words(Role::Revenue, 84, "\
        summa|maara eur|euro|eur|euroa|hinta yhteensa|loppusumma|maksettu|rivisumma|rivihinta|ec contribution|eu contribution|net ec contribution|grant amount|award amount|contract value|obligated amount|total obligated amount|paljonko|\
        rivi yhteensa|laskun summa|yhteensa|arvo|amount|total|value|sum|total amount|invoice total|order total|invoice amount|total price|monetary|spend|spent|total spent|amount paid|paid amount|total paid|total charged|check amount|\
        invoice value|celkem|castka|importe|importo|totale|montant|bedrag|osszeg|kokku|total value of won deals|deal amount|amount gbp|sales value|suma faktur|verte|vertiba|hodnota|valeur|valor|valore|itogo|vsego|is viso|summa kokku|\
        osszesen|stoimost|iznos|ukupno|tutar|znesek|ciastka|valoare|montante|vrednost|fee|fees|payment|g preis|belopp|belop|belob|summa kr|totalt|total belopp|avgift|varde|vuokra|hyra|miete|czynsz|huur|rent|husleje|husleie|palkkio|arvode|dues|lukukausimaksu|betrag|summe|gesamt|gesamtbetrag|wert|rechnungsbetrag|beitrag|gesamtpreis|\
        kwota|wartosc|suma|razem|kwota faktury|wartosc faktury|oplata|lacznie|wartosc zamowienia|kwota zamowienia|wplata|donation|grant|funding|myonnetty|beviljat|tildelt|tildelt belop|subvention|montant de la subvention|bevilget|\
        bevilget belob|bewilligt|schvaleno|przyznano|toegekend|verleend|verleend bedrag|ogolem|monto|cuantia|quantia|objem|amt|transaction amt|suma tranzactiei|payment amount|order value|maksun maara|tapahtuman maara|warenwert|auftragswert|bestellwert|honorar|kontingent|ordresum|i alt|totaal|contributie|cotisation|\
        quota associativa|faturacao|importancia|fakturovano|maksumus|liikmemaks"),
    words(Role::Revenue, 66, "\
        verollinen|verollinen summa|ttc|total ttc|montant ttc|bedrag incl btw|summa verollinen|myynti verollinen|brutto|bruto|brut|lordo|bruttosumma|brutto yhteensa|sis alv|gross|gross amount|gross total|amount incl vat|total incl vat|\
        wartosc brutto|kwota brutto|suma brutto|brutto wartosc|sprzedaz brutto|bruttobetrag|belopp inkl moms|bruttobelopp"),
    words(Role::Margin, 96, "\
        kate|myyntikate|katetuotto|kate eur|bruttokate|myyntikate eur|margin|gross margin|gross profit|profit|contribution|contribution margin|marza|marza brutto|zysk|zysk brutto|marza zl|marza pln|marza kwotowa|wartosc marzy|dochod|\
        tackningsbidrag|bruttovinst|marginal|marginal kr|deckungsbeitrag|daekningsbidrag|dekningsbidrag|rohertrag|marge|gewinn|bruttoertrag|tb|brutowinst|lucro|marze|avance|fortjeneste|kasum"),
    words(Role::Cost, 92, "\
        kustannus|kustannukset|hankintahinta|ostohinta yhteensa|ainekulut|muuttuvat kulut|kulut|cost|costs|cogs|cost of sales|cost of goods sold|total cost|koszt|koszty|koszt wlasny|koszt wlasny sprzedazy|wartosc zakupu|koszt zakupu|\
        kostnad|kostnader|sjalvkostnad|varukostnad|kosten|wareneinsatz|selbstkosten|einstand|cout|coste|costo|costo totale|custo|custo total|naklady|omkostning|omkostninger"),
    words(Role::Previous, 96, "\
        edellinen vuosi|edellisvuosi|ed vuosi|edvuosi|edellinen kausi|viime vuosi|vertailukausi|myynti edellinen vuosi|myynti ed vuosi|liikevaihto ed vuosi|liikevaihto edellinen vuosi|laskutus ed vuosi|previous year|prev year|last year|\
        prior year|previous period|sales last year|revenue last year|previous year sales|revenue previous year|sales prior year|ly|py|prior period|previous|revenue ly|sales ly|poprzedni rok|rok poprzedni|ubiegly rok|rok ubiegly|\
        poprzedni okres|okres poprzedni|sprzedaz rok poprzedni|przychod rok poprzedni|sprzedaz poprzedni rok|obrot rok poprzedni|foregaende ar|forra aret|sidste ar|fjor|foregaende period|omsattning foregaende ar|forsaljning foregaende ar|\
        vorjahr|umsatz vorjahr|vorperiode|vj|umsatz vj"),
    words(Role::Date, 95, "\
        pvm|paivamaara|paivays|laskun paivays|paiva|laskupvm|laskun pvm|laskupaiva|laskun paivamaara|laskutuspaiva|laskutuspvm|tilauspvm|tilauspaiva|tositepvm|tapahtumapvm|toimituspvm|myyntipvm|kirjauspvm|dato|tarih|datums|fakturadato|\
        bilagsdato|date|invoice date|order date|transaction date|posting date|document date|sale date|purchase date|booking date|datum|bokforingsdag|fakturadatum|orderdatum|bokforingsdatum|forsaljningsdatum|rechnungsdatum|belegdatum|\
        bestelldatum|buchungsdatum|auftragsdatum|data|data wystawienia|data faktury|data sprzedazy|data zamowienia|data dokumentu|data wyst|data dokonania sprzedazy|data operacji|data transakcji|fecha|date facture|factuurdatum|kuupaev|\
        buchungstag|dated on|posted date|vystaveno|data wplywu|szamla kelte|kelt|konyveles datuma|datum transakce|arve kuupaev|tellimuse kuupaev|kogda"),
    words(Role::Date, 70, "\
        erapaiva|erapvm|due date|last order|last purchase|last order date|last purchase date|last invoice date|last sale|last sale date|date of last order|viim osto|viim tilaus|viim lasku|viimeinen osto|viimeinen tilaus|viimeisin ostos|\
        viimeisin lasku|viimeisin ostopaiva|viimeisin tilauspaiva|ostanut viimeksi|viimeksi ostanut|ostatnie zamowienie|data ostatniego zamowienia|ostatni zakup|data ostatniego zakupu|ostatnia faktura|data ostatniej faktury|\
        ostatnia sprzedaz|data ostatniej sprzedazy|senaste order|senaste kop|senaste faktura|letzte bestellung|letzter auftrag|letzter kauf|letzte rechnung|termin platnosci|forfallodatum|falligkeit|viimeisin osto|viimeisin tilaus|\
        maksupvm|kuukausi|month|miesiac|manad|monat|timestamp|time|created|created at"),
    words(Role::Order, 95, "\
        laskunumero|laskun numero|lasku nro|laskun nro|laskunro|lasku|tilausnumero|tilausnro|tilaus|tilaus nro|tosite|tositenumero|tositenro|kuitti|kuittinumero|id zamowienia|nr zamowienia|tilauksen numero|bilagsnr|bilagsnummer|fakturanr|\
        invoice|invoice id|factuurnummer|factura|fattura|numero fattura|numero facture|cislo|cislo faktury|arve nr|p 2a|a number|invoice no|invoice number|order|order id|order no|order number|transaction number|transaction id|\
        transaction no|document no|document number|receipt|receipt no|receipt number|bill no|voucher|voucher no|faktura|fakturanummer|faktura nr|ordernr|ordernummer|verifikation|verifikationsnummer|rechnung|rechnungsnummer|rechnungsnr|\
        rechnungs nr|rechnung nr|auftrag|auftragsnummer|bestellnummer|belegnummer|beleg|belegnr|beleg nr|numer faktury|nr faktury|numer|nr dokumentu|numer dokumentu|numer zamowienia|zamowienie|dokument|paragon|nr|numer dok|nr dok|documento|fatura|recibo|pedido|encomenda|ordine|doklad"),
    words(Role::Orders, 95, "\
        tilaukset|tilauksia|tilausten maara|tilauksia kpl|tilaukset kpl|tilausten lkm|laskuja|laskuja kpl|laskut kpl|laskujen maara|laskujen lkm|ostokerrat|ostokertoja|ostoja kpl|orders|order count|orders count|number of orders|\
        no of orders|total orders|invoices|invoice count|number of invoices|no of invoices|purchases|number of purchases|frequency|liczba zamowien|ilosc zamowien|zamowienia|liczba faktur|ilosc faktur|liczba zakupow|ilosc zakupow|\
        liczba transakcji|antal order|antal ordrar|antal fakturor|antal kop|anzahl bestellungen|anzahl auftrage|anzahl rechnungen|bestellungen|auftrage"),
    words(Role::Quantity, 95, "maara|kpl|kappalemaara|lkm|lukumaara|maara kpl|myynti kpl|quantity|qty|units|pieces|pcs|units sold|antal|st|menge|anzahl|stuck|stk|ilosc|szt|liczba sztuk|ilosc szt|sztuk|liczba|kvantitet|aantal|hoeveelheid|stuks|quantite|qte|cantidad|cant|unidades|quantita|qta|quantidade|qtd|qtde|mnozstvi|mnozstvo|pocet|pocet kusu|kusu|maengde|antall|mengde|kogus|kiekis|daudzums|mennyiseg|cantitate|kolicina|adet|miktar|kolichestvo|kol vo"),
    words(Role::UnitPrice, 95, "\
        yksikkohinta|myyntihinta|kappalehinta|a hinta|ahinta|hinta|kplhinta|hinta kpl|unit price|price|price per unit|price each|enhetspris|a pris|pris|styckpris|einzelpreis|stuckpreis|preis|cena|cena jednostkowa|cena netto|cena jedn|\
        cena jedn netto|prijs|stukprijs|eenheidsprijs|verkoopprijs|prix|prix unitaire|pu ht|p u|p u ht|precio|precio unitario|prezzo|prezzo unitario|preco|preco unitario|jednotkova cena|cena za kus|cena za jednotku|cena za mj|stykpris|enhedspris|hind|uhiku hind|kaina|egysegar|pret unitar|cijena|birim fiyat|fiyat|tsena"),
    words(Role::Discount, 95, "alennus|ale|alennusprosentti|alennus percent|ale percent|alennus pros|rivialennus|discount|discount percent|line discount|rabatt|rabatt percent|rabat|rabat percent|upust|upust percent|znizka|korting|remise|descuento|dto|sconto|desconto|sleva|zlava|allahindlus|soodustus|nuolaida|atlaide|kedvezmeny|popust|indirim"),
    words(Role::Debit, 50, "ut|ud|out|uit|af"),
    words(Role::Credit, 50, "inn|ind|in|bij"),
    words(Role::Debit, 97, "\
        debet|debit|debits|debit amount|amount debit|veloitus|veloitukset|otto|otot|winien|wn|kwota wn|strona wn|obroty wn|obciazenie|obciazenia|kwota obciazenia|wyplaty|rozchody|soll|uttag|money out|paid out|withdrawal|withdrawals|\
        debito|addebiti|dare|uscite|uscita|cargo|cargos|debe|depenses|ausgang|ausgehend|belastung|ausgaben|vydaje|terheles|outflow|spent|rashod|spisanie|spisaniya|lastschrift|uttak|ut fra konto|ut av konto|haevet|afschrijving|borc|\
        isplata|breme|saida|saidas|egresos|retiros|odchozi|utgift|utgifter|utbetalning|utbetalningar|udgift|udgifter|udbetaling|udbetalinger|utbetaling|utbetalinger|menot|ulos|ausgabe|abgang|auszahlung|zahlungsausgang|abbuchung|\
        sollbetrag|uitgaven|depense|sortie|sorties|decaissement|decaissements|egreso|retiro|salida|salidas|addebito|despesa|despesas|odepsano|vydej|vydavky|kiadas|kiadasok|cheltuieli|iesiri|retrageri|plati|deebet|valjaminek|valjaminekud|\
        debets|izdevumi|debetas|islaidos|nurasyta|rozchod|wyplata|ciezar|expense|expenses|gider|cikis|withdrawal amount|debit amt|withdrawn|ushlo|dt|\
        belop ut|belopp ut|belob ud|bedrag af|amount out|outgoing|sent amount|wydatek|gastos|udbetalt|uttaget|utbetalt|meno|pagamenti|duguje|zaduzenje|ma dati|ma dat"),
    words(Role::Credit, 97, "\
        kredit|credit|credits|credit amount|amount credit|hyvitys|hyvitykset|pano|panot|ma|kwota ma|strona ma|obroty ma|uznanie|uznania|kwota uznania|wplaty|wplywy|haben|insattning|insattningar|money in|paid in|deposit|deposits|credito|\
        accrediti|avere|entrate|entrata|abono|abonos|haber|recettes|eingang|eingehend|gutschrift|einnahmen|prijmy|jovairas|inflow|received|prihod|postuplenie|postupleniya|innskudd|inn pa konto|indsat|bijschrijving|alacak|uplata|dobro|\
        entradas|ingresos|depositos|prichozi|inkomst|inkomster|inbetalning|inbetalningar|indtaegt|indtaegter|indbetaling|indbetalinger|innbetaling|innbetalinger|tulot|sisaan|einnahme|zugang|einzahlung|zahlungseingang|habenbetrag|\
        inkomsten|recette|encaissement|encaissements|ingreso|creditos|deposito|accredito|receita|receitas|pripsano|prijem|bevetel|bevetelek|venituri|incasari|intrari|depuneri|kreedit|sissetulek|laekumine|laekumised|kredits|ienakumi|\
        kreditas|iplaukos|przychod|przychody|wplyw|income|gelir|giris|deposit amount|credit amt|entree|entrees|prishlo|kt|\
        belop inn|belopp in|belob ind|bedrag bij|incoming|received amount|indbetalt|insatt|innbetalt|tulo|recu|incassi|potrazuje|odobrenje|dal"),
    words(Role::Side, 90, "\
        d k|d c|dr cr|s h|h s|cdt dbt ind|strona|strona konta|side|znak|merkki|etumerkki|puoli|dk|drcr|\
        af bij|plus minus|ct dt|dt ct|bevetel kiadas|direction|richtung|riktning|kierunek|smer|irany|suunta|retning"),
    words(Role::Product, 92, "\
        tuote|tuotenimi|tuotteen nimi|tuotekoodi|nimike|nimikkeen nimi|palvelu|tuoteryhma|artikkeli|product|product name|lineitem name|item|item name|sku|article|service|description|libelle|product code|stock code|stockcode|produkt|\
        produktnamn|artikel|vara|tjanst|benamning|artikelnummer|bezeichnung|ware|leistung|towar|nazwa towaru|usluga|nazwa uslugi|produkty|nazwa produktu|asortyment|towar usluga|selite|kuvaus|indeks|articulo|producto|articolo|prodotto|produto|artigo|zbozi|vare|varenummer|varenr|kaup|toode|preke|prece|termek|produs|urun|proizvod"),
    words(Role::Industry, 96, "toimiala|ala|toimialaluokka|tol|tol koodi|industry|sector|line of business|branch|bransch|naringsgren|sni|branche|wirtschaftszweig|branza|pkd|sektor|dzialalnosc|industry sector"),
    words(Role::Size, 95, "kokoluokka|koko|yrityskoko|yrityksen koko|size class|size|company size|company size class|storleksklass|storlek|grossenklasse|grosse|klasa wielkosci|wielkosc|wielkosc firmy|wielkosc przedsiebiorstwa"),
    words(Role::Headcount, 95, "\
        henkilosto|henkilostomaara|henkilostoa|tyontekijat|tyontekijoita|hlosto|hlo|henkilomaara|headcount|employees|number of employees|staff|no of employees|fte|anstallda|antal anstallda|personal|mitarbeiter|mitarbeiterzahl|\
        beschaftigte|zatrudnienie|liczba pracownikow|pracownicy|l pracownikow"),
    words(Role::Region, 95, "\
        alue|maakunta|kunta|paikkakunta|kaupunki|postitoimipaikka|maa|region|county|city|town|country|state|billing city|billing country|location|lan|ort|stad|kommun|land|bundesland|stadt|wojewodztwo|miasto|miejscowosc|powiat|kraj|gmina|\
        area|plaats|woonplaats|ville|localite|ciudad|poblacion|citta|localita|cidade|localidade|mesto|poststed|postdistrikt|linn|asula|miestas|pilseta|varos|oras|sehir"),
    words(Role::Potential, 95, "potentiaali|kasvuarvio|kasvupotentiaali|ostopotentiaali|potential|growth potential|potencjal|potencjal wzrostu|potential abc|tillvaxtpotential|wachstumspotenzial|potenzial"),
    words(Role::Owner, 95, "\
        vastuuhenkilo|vastuuhlo|asiakasvastaava|vastaava|myyja|yhteyshenkilo meilla|asiakkuuspaallikko|owner|account owner|account manager|sales rep|salesperson|sales person|responsible|kundansvarig|ansvarig|saljare|betreuer|\
        kundenbetreuer|verkaufer|vertreter|zustandig|opiekun|opiekun klienta|handlowiec|sprzedawca|przedstawiciel|przedstawiciel handlowy|wystawil|vertegenwoordiger|verkoper|vendeur|vendedor|agente|venditore|obchodni zastupce|prodejce|saelger|selger|muugimees|muugiesindaja"),
    words(Role::ContactsHeld, 95, "\
        yhteydenotot|kontaktit|pidetyt yhteydenotot|kaynnit|asiakaskaynnit|tapaamiset|contacts|contacts held|meetings|visits|meetings held|number of contacts|kontakter|besok|moten|kontakte|besuche|kontakty|liczba kontaktow|wizyty|\
        spotkania|odbyte kontakty"),
    words(Role::Satisfaction, 95, "tyytyvaisyys|asiakastyytyvaisyys|nps|satisfaction|customer satisfaction|csat|nojdhet|kundnojdhet|zufriedenheit|kundenzufriedenheit|zadowolenie|satysfakcja|ocena"),
];

/// How words for customers begin.
#[rustfmt::skip]
pub(super) const CUSTOMERS: &[&str] = &[
    "asiak", "laskut", "kund", "klient", "klijent", "client", "custom", "cliente", "debitor", "debiteur", "kontrahent",
    "kontragent", "nabywc", "odbiorc", "kupuj", "zakazn", "odberat", "pokupat", "zakazch", "pirc", "pirk", "ostja", "ostaj",
    "tilaaj", "maksaj", "buyer", "billto", "billing", "invoicee", "besteller", "kaufer", "koper", "kober", "kjoper", "kopar",
    "klant", "acheteur", "comprador", "acquirente", "jasen", "medlem", "mitglied", "czlonk", "vevo", "ugyfel", "megrendelo",
];

/// Words for names.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "nimi", "name", "namn", "navn", "nazwa", "naam", "nom", "nombre", "nome", "nazev", "nazov", "jmeno", "nimetus", "nosaukums",
    "pavadinimas", "denominazione", "bezeichnung", "fullname", "nev",
];

/// How the second part of a name begins that makes it a kind, a number or a place of a customer.
#[rustfmt::skip]
pub(super) const OTHER_HEADS: &[&str] = &[
    "ryhm", "laj", "lyh", "tyyp", "segm", "luok", "grup", "gru", "typ", "kateg", "art", "stat", "tila", "lukum", "maar", "numer", "numm", "nro",
    "nr", "tunn", "kood", "kod", "cod", "id", "alk", "suht", "vast", "hist", "poh", "osoit", "adr", "addr", "mail", "tel", "puh",
    "class", "group", "type", "categ", "since", "stadt", "datu", "dato", "date", "paiv", "pvm", "konto", "tili", "account", "pric",
    "hinta", "preis", "no", "phone", "city", "countr", "segment", "owner", "rep", "notes", "lang", "kiel", "ref", "viit", "saldo",
    "order", "count", "lkm", "liczb", "ilosc", "antal", "anzahl", "person", "kontakt", "contact", "yht", "data",
];

/// How the first part of a compound begins that makes its amount one of something else.
#[rustfmt::skip]
pub(super) const OTHER_PARTS: &[&str] = &[
    "vero", "alv", "moms", "mwst", "steuer", "ust", "tax", "vat", "rest", "rabat", "ale", "avoin", "skonto", "mahn", "osto", "luott",
    "kredit", "ink", "tavoit", "budj", "budg", "plan", "raht", "frakt", "versand", "porto", "pohja", "ed", "vor", "era", "maksu",
    "forfall", "fallig", "valut", "wert", "arvo", "synty", "gebu", "gut", "erstell", "luonti", "muokk", "ander", "anlage", "koron", "korko", "zins", "perus",
];

/// Words after which a name is not what it seems: persons, addresses, dues, shares.
#[rustfmt::skip]
pub(super) const NOT_NAME: &[&str] = &[
    "first", "last", "given", "family", "etunimi", "sukunimi", "imie", "nazwisko", "fornamn", "efternamn", "vorname", "nachname", "contact", "yhteyshenkilo", "osoba", "kontaktperson", "ansprechpartner",
    "new", "uusi", "nowy", "ny", "neu", "rekening", "konto", "employer", "staff", "device", "event", "title", "salutation", "anrede", "user", "login", "file", "email", "sahkoposti", "phone", "puhelin", "telefon", "pdf", "bic", "blz", "iban", "swift", "kto", "bank", "banku", "pankki", "pankin", "osoite", "address", "adres", "adress", "adresse", "type", "tyyppi", "typ", "group", "ryhma", "grupa", "category", "segment", "segmentti", "luokka", "status", "tila", "since", "count", "lkm", "date", "pvm", "data", "created",
    "reference", "ref", "referens", "referenz", "referentie", "viite", "tili", "tilin", "tilinumero", "konta", "rachunek", "rachunku", "uctu", "compte", "cuenta", "conta", "banky", "panga", "banque", "city", "country", "kategoria", "cardholder", "holder", "rekeninghouder",
];

/// Words of columns of texts: no names, where nothing else tells.
#[rustfmt::skip]
pub(super) const TEXTS: &[&str] = &[
    "message", "viesti", "selite", "kuvaus", "kommentti", "huomautus", "lisatieto", "tytul", "tytulem", "opis", "uwagi", "komentarz", "description", "reference", "memo", "opisanie", "osnovanie", "note", "notes", "comment", "comments", "verwendungszweck", "buchungstext", "bemerkung", "meddelande", "text", "status", "tila", "email", "sahkoposti", "city", "kaupunki", "miasto", "ort", "category", "kategoria", "luokka", "historico",
];

/// Words of columns that say what kind of row it is, by which way it came or of whose account: whatever
/// stands there, it names no customer.
#[rustfmt::skip]
pub(super) const KINDS: &[&str] = &[
    "type", "typ", "typu", "tyyppi", "laji", "tapahtumalaji", "tipo", "tipologia", "soort", "mutatiesoort", "betaalwijze", "umsatzart", "buchungsart", "transaktionstyp", "transaktionsart", "zahlungsart", "typ transakcji",
    "category", "subcategory", "kategorie", "kategoria", "kategori", "categoria", "categorie", "luokka", "alaluokka", "class", "subclass", "status", "tila", "statut", "estado", "stato", "stav", "method", "brand", "channel", "kanava", "kanal", "source", "mode",
    "rekening", "konto", "tili", "ucet", "compte", "cuenta", "conto", "szamlaszam", "bic", "swift", "blz", "kto", "ref", "reference", "referens", "account", "rachunek", "kontonummer", "rekeningnummer", "zone", "timezone", "number", "numer", "nummer", "nro", "nr", "id", "code", "sku", "asin", "label", "gorod", "strana", "vid", "vorgang", "bewegungstyp", "kategoriya", "fulfillment", "marketplace", "symbol", "ticker", "isin", "row", "oznaceni", "pdf", "file", "filename", "bestand", "datei", "tiedosto", "plik",
    "kontonavn", "kontonamn", "kontoname", "instrument", "direction", "operacija", "operacijos", "tuup", "tipas", "tipusa", "jelleg", "stare", "statusz", "busena", "statuss", "kategorija", "kategooria", "zahlweise", "zahlungsmittel", "metoda", "metodo", "forma", "wallet", "holder", "cardholder", "inhaber",
    "kontohavare", "kontoinnehavare", "kontobezeichnung", "rekeningnaam", "rekeninghouder", "titular", "intestatario", "vrsta", "druh",
    "cashier", "salesperson", "project", "task", "journal", "journallib", "ecriturelib", "department", "branch", "prepared", "entered", "approved", "modified",
    "projekti", "projekt", "prosjekt", "prosjektnavn", "projet", "proyecto", "progetto", "projeto", "kustannuspaikka", "toimipiste", "myymala", "osasto", "laatija", "hyvaksyja", "kirjaaja", "kassa", "viitteenne",
    "saljare", "kostnadsstalle", "avdelning", "handlaggare", "butik", "saelger", "selger", "afdeling", "avdeling", "magazyn", "dzial", "oddzial", "kasa",
    "bearbeiter", "sachbearbeiter", "filiale", "kostenstelle", "standort", "abteilung", "kassierer", "verkoper", "kostenplaats", "betalingskenmerk", "filiaal", "vestiging",
    "vendeur", "magasin", "caissier", "vendedor", "tienda", "sucursal", "cajero", "venditore", "negozio", "operatore", "cassiere", "loja", "filial",
    "prodejce", "stredisko", "zakazka", "pobocka", "vystavil", "pokladna", "muuja", "osakond", "koostaja", "sube", "satici",
];

/// What has a name and buys nothing: `Deal name`.
#[rustfmt::skip]
pub(super) const NAMED_THINGS: &[&str] = &[
    "method", "deal", "opportunity", "campaign", "project", "event", "operation", "hankkeen", "szansa", "szansy", "kampanii", "projektu", "projektin", "kampanjan", "tapahtuman", "price", "point", "plan", "course", "program",
    "transaction", "negocio", "affaire", "form", "ticket", "discount", "rate", "room", "warehouse", "currency", "employee", "driver", "tax", "terminal", "card", "tracking", "report",
];

/// Words in a name that make it no amount of revenue.
#[rustfmt::skip]
pub(super) const NOT_MONEY: &[&str] = &[
    "lp", "data", "datum", "dato", "percent", "pros", "prosentti", "prosenttia", "procent", "proc", "pct", "share", "osuus", "udzial", "anteil", "andel", "kpl", "lkm", "szt", "qty", "quantity", "count", "maara kpl", "liczba", "antal", "anzahl", "id", "nro", "num", "nr", "number", "nummer", "numer", "date", "pvm", "muutos", "change", "zmiana", "kumul", "kumulatiivinen", "cumulative", "rank", "sija", "type", "tyyppi", "method", "class", "luokka", "viite", "viitenumero", "reference", "referens", "kurssi", "rate", "stawka", "postcode", "zip", "postinumero", "pohjanumero", "summary", "coordinates", "koordinat", "koordinaatti", "latitude", "longitude", "lat", "lng",
    "kurs", "kurz", "arfolyam", "koers", "taux", "cambio", "curs", "terms",
];

/// Words of numbers that are no amounts, though nothing else may be one.
#[rustfmt::skip]
pub(super) const NOT_AMOUNT: &[&str] = &[
    "year", "fy", "vuosi", "rok", "jahr", "ar", "period", "kausi", "okres", "month", "kuukausi", "kk", "phone", "tel", "mobile", "fax", "puhelin", "puh", "telefon", "telefoni", "telefonu", "account", "tili", "konto", "iban", "postal", "code", "zip", "zipcode", "postcode", "postnummer", "postnr", "postinumero", "plz", "postleitzahl", "pocztowy", "psc", "kid", "tlf", "mobil", "gln", "betalingsfrist", "zahlungsziel", "zahlungsfrist", "betaaltermijn", "betalingsvillkor", "maksuaika", "maksuehto", "terms", "pib", "mb",
    "age", "ika", "wiek", "alter", "leeftijd", "alder", "points", "pisteet", "punkty", "punkte", "poang", "rating", "priority", "days", "stars", "visits", "gate", "house", "hausnr", "huisnr", "cap", "cp", "gsm",
];

/// Words in a name that make an amount less likely the one looked for: tax, open balances.
#[rustfmt::skip]
pub(super) const LESS_MONEY: &[&str] = &[
    "vat", "alv", "vero", "tax", "moms", "mwst", "podatek", "ust", "avoinna", "avoin", "saldo", "balance", "open", "open amount", "maksamatta", "due", "paid", "zaplacono", "refunded", "offener", "outstanding", "oplacono", "pozostalo", "naleznosc", "zaplaty", "discount", "alennus", "rabat", "rabatt", "korting", "remise", "skonto", "budget", "budjetti", "budzet", "tavoite", "target", "est", "forecast", "ennuste", "limit", "luottoraja", "credit", "shipping", "rahti", "toimituskulut", "postikulut", "wysylki", "dostawy", "frakt", "delivery", "postage", "freight", "handling", "porto", "livraison", "levering", "fraktkostnad", "versand", "versandkosten", "mva", "iva", "tva", "dph", "btw", "impuesto", "impuestos", "imposta", "imposte", "inkl", "incl", "ink", "done", "blokady", "prowizja", "betaald", "bezahlt", "betalt", "zaplaceno", "uhrazeno", "pagado", "cobrado", "pagato", "pago", "regle", "paye", "makstud",
    "suunniteltu", "planned", "planowana", "haettu", "anottu", "soknadsbelop", "sokte", "omsokte", "requested", "applied", "asked", "pozadovana", "pozadovano", "beantragt", "demande", "sokt", "ansokt", "omsokt", "ansogt", "wnioskowana", "wnioskowano", "solicitado", "richiesto", "aangevraagd", "gevraagd",
    "zustatek", "zostatok", "egyenleg", "jaak", "atlikums", "likutis", "solde", "kontostand", "guthaben", "bakiye", "stanje",
];

/// What banks call what is on an account.
#[rustfmt::skip]
pub(super) const BALANCE: &[&str] = &[
    "saldo", "balance", "runningbalance", "kontostand", "solde", "zustatek", "zostatok", "egyenleg", "guthaben", "jaak", "atlikums", "likutis", "bakiye",
];

/// Words of an amount in the currency of the invoice or of the account, or before it was changed: less
/// likely than the same without.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &["currency", "valuutta", "valuutassa", "waluta", "walucie", "waluty", "wahrung", "valuta", "foreign", "original", "originale", "origine", "puvodni", "povodna", "eredeti", "oryginalna", "alkuperainen", "ursprunglich", "ursprungligt", "oprindelig", "oorspronkelijk", "utl", "utlandskt", "utlandsk"];

/// Words that make an amount one of the whole row, though a price is named.
#[rustfmt::skip]
pub(super) const WHOLE: &[&str] = &[
    "total", "totalt", "totals", "sum", "summa", "summe", "suma", "yhteensa", "yht", "razem", "lacznie", "gesamt", "wartosc", "kwota", "amount", "line", "rivi", "rad", "extended", "loppu", "order", "tilaus", "zamowienia", "laskun", "faktury", "invoice", "g",
];

/// Words of a number that is of something else than a customer.
#[rustfmt::skip]
pub(super) const NOT_ID: &[&str] = &[
    "zamowienia", "zamowienie", "oferty", "produktu", "towaru", "transakcji", "operacji", "dokumentu", "faktury", "order", "invoice", "transaction", "transaktions", "transaktion", "transazione", "transaccion", "product", "item", "tilauksen", "tilaus", "laskun", "lasku", "tuotteen", "tuote", "tapahtuman", "postal", "zip", "pocztowy", "postinumero", "postnummer", "postleitzahl", "discount", "coupon", "gift", "alennus", "promo", "rabat", "country", "currency", "waluty", "kraju", "status", "tax", "vat", "konta", "tilin", "ean", "gl", "ledger", "rachunku", "rachunek", "variabilni", "variabilny", "variable", "konstantni", "konstantny", "specificky", "filing", "cheque", "dokumendi", "pohybu", "bank", "iban", "bic", "swift", "blz", "project", "projekti", "projektin", "projektu", "grant", "award", "case", "department", "cost", "txn", "payout", "checkout",
    "glaubiger", "glaeubiger", "creditor", "mandate", "terminal", "session", "ticket",
];

/// Words of a date that is not the date of a sale: since when, last contact.
#[rustfmt::skip]
pub(super) const NOT_SALE: &[&str] = &[
    "alkaen", "since", "start", "od", "od kiedy", "seit", "sedan", "joined", "liittynyt", "perustettu", "founded", "viim", "viimeisin", "last", "ostatni", "ostatnia", "letzter", "senaste", "syntynyt", "birth", "next", "seuraava",
    "alkoi", "alkanut", "alku", "alkupvm", "alkupaiva", "aloitus", "aloituspvm", "vuodesta", "ensimmainen", "ensiosto", "rekisteroity", "rekisterointi", "registered", "registration", "first", "rozpoczecia", "rozpoczecie", "poczatek", "pierwszego", "pierwszy", "pierwsza", "pierwsze", "rejestracji", "zarejestrowany", "zalozenia", "forsta", "registrerad", "erste", "erster", "beginn",
];

/// Names of a column with currency codes.
#[rustfmt::skip]
pub(super) const CURRENCY: &[&str] = &[
    "valuutta", "currency", "currency code", "waluta", "valuta", "wahrung", "waehrung", "valuuttakoodi", "kod waluty",
    "devise", "divisa", "valyuta", "moneda", "mena", "munt", "muntsoort", "valutacode", "penznem", "devizanem",
    "valuuta", "valiuta", "moeda", "ccy", "whg", "deviza", "curr", "doviz",
];

/// Words that label a sum of other rows.
#[rustfmt::skip]
pub(super) const TOTALS: &[&str] = &[
    "yhteensa", "kaikki yhteensa", "summa", "loppusumma", "kokonaissumma", "valisumma", "yht", "siirto", "siirtosumma", "raportti yhteensa", "summa yhteensa",
    "total", "totals", "grand total", "sum", "subtotal", "sub total", "overall total", "overall", "carried forward", "brought forward", "report total", "total sum", "page total", "total page", "sivu yhteensa", "razem strona", "suma strony", "seite summe", "total general", "total geral", "totale", "totale generale", "totaal", "eindtotaal", "celkem", "kokku", "samtals", "osszesen", "kaikkiaan", "loppusumma yhteensa",
    "totalt", "summa totalt", "delsumma", "slutsumma", "sammanlagt", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "endsumme", "ubertrag", "summe gesamt",
    "razem", "suma", "ogolem", "lacznie", "podsumowanie", "suma koncowa", "suma czesciowa", "razem suma", "ogolem razem", "do przeniesienia", "z przeniesienia", "suma ogolem", "razem ogolem", "suma calkowita",
    "itogo", "vsego", "razom", "vsogo", "toplam", "genel toplam", "ara toplam", "ukupno", "kopa", "is viso", "viso", "i alt", "sum total", "spolu", "suma celkem",
    "kaikki", "all", "everyone", "wszyscy", "keskiarvo", "mediaani", "average", "mean", "median", "srednia", "mediana", "medelvarde", "genomsnitt", "durchschnitt", "mittelwert",
];

/// What an account held before its rows and after them.
#[rustfmt::skip]
pub(super) const BALANCES: &[&str] = &[
    "alkusaldo", "loppusaldo", "saldo poczatkowe", "saldo koncowe", "ingaende saldo", "utgaende saldo", "algsaldo", "loppsaldo",
    "opening balance", "closing balance", "starting balance", "ending balance", "beginning balance", "balance at end", "balance at start", "balance brought forward", "balance carried forward", "available balance", "ledger balance",
    "kontostand", "anfangssaldo", "endsaldo", "alter saldo", "neuer saldo", "beginsaldo", "eindsaldo",
    "solde initial", "solde final", "solde en debut", "solde en fin", "solde au", "ancien solde", "nouveau solde",
    "saldo inicial", "saldo final", "saldo anterior", "saldo iniziale", "saldo finale", "saldo contabile", "saldo liquido", "disponibilita", "pocatecni zustatek", "konecny zustatek",
    "slutsaldo", "inngaende saldo", "previous balance", "saldo na dzien", "saldo per",
];

/// The first half of a person's name.
pub(super) const FIRST_NAMES: &[&str] = &[
    "first name",
    "firstname",
    "given name",
    "forename",
    "etunimi",
    "imie",
    "fornamn",
    "vorname",
    "prenom",
    "fornavn",
    "voornaam",
    "eesnimi",
    "vardas",
    "vards",
    "jmeno",
    "meno",
    "nombre",
    "nome",
];

/// The second half.
pub(super) const LAST_NAMES: &[&str] = &[
    "last name",
    "lastname",
    "surname",
    "family name",
    "sukunimi",
    "nazwisko",
    "efternamn",
    "nachname",
    "nom",
    "apellidos",
    "apellido",
    "cognome",
    "prijmeni",
    "priezvisko",
    "efternavn",
    "etternavn",
    "achternaam",
    "perenimi",
    "pavarde",
    "uzvards",
];

/// Words after which a column counts orders and invoices instead of naming them.
pub(super) const NOT_ORDER: &[&str] = &[
    "name",
    "nimi",
    "nazwa",
    "namn",
    "navn",
    "rachunku",
    "auftragskonto",
    "auftraggeber",
    "konta",
    "uctu",
    "protiuctu",
    "telefonu",
    "tilin",
    "account",
    "date",
    "time",
    "pvm",
    "data",
    "datum",
    "dato",
    "laskuja",
    "tilauksia",
    "ostoksia",
    "kpl",
    "lkm",
    "count",
    "orders",
    "invoices",
    "liczba",
    "ilosc",
    "szt",
    "antal",
    "anzahl",
];

/// How the last lines of reports begin.
#[rustfmt::skip]
pub(super) const CLOSING: &[&str] = &[
    "tulostettu", "sivu", "raportin loppu", "raportti", "lahde", "huom", "paivitetty", "luotu",
    "printed", "page", "end of report", "report", "source", "note", "notes", "generated", "created", "exported", "updated",
    "utskriven", "sida", "kalla", "gedruckt", "seite", "quelle", "stand", "erstellt",
    "wydrukowano", "strona", "koniec raportu", "raport", "zrodlo", "uwaga", "wygenerowano", "sporzadzono",
];

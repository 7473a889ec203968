//! The name of a column taken apart, and how strongly it speaks for a role.

use super::proven::FEES;
use super::terms::{ACCOUNTS, NET, NUMBERED, NUMBERS, ORDERED, SMALL, TAXES, UNITS, WITH, WITHOUT};
use crate::ingest::fold::fold;
use crate::ingest::role::Role;
use crate::ingest::words::{
    CURRENCY, CUSTOMERS, FOREIGN, LESS_MONEY, NAMED_THINGS, NAMES, NOT_ID, NOT_MONEY, NOT_NAME,
    NOT_ORDER, NOT_SALE, OTHER_HEADS, OTHER_PARTS, WHOLE, WORDS,
};

/// Words of a name that are looked at: longer ones are no names, and would take long.
const MAX_WORDS: usize = 60;

/// The column is called currency.
pub(in crate::ingest) fn is_currency_name(text: &str) -> bool {
    CURRENCY.contains(&fold(text).as_str())
}

/// The column's name holds a word for currency: `Amount Currency`.
pub(in crate::ingest) fn speaks_of_currency(text: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').any(|it| CURRENCY.contains(&it))
}

/// The column's name says that its amount was changed: `Utl.belopp`.
pub(in crate::ingest) fn speaks_of_abroad(text: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').any(|it| FOREIGN.contains(&it))
}

/// The currency of another amount than this one: `Original currency` beside `Original amount`.
pub(in crate::ingest) fn is_currency_of_another(
    currency: &str,
    amount: &str,
    others: &[&str],
) -> bool {
    let currency = fold(currency);
    let whose = || currency.split(' ').filter(|it| !CURRENCY.contains(it));
    let says = |name: &str| {
        let name = fold(name);
        whose().all(|it| name.split(' ').any(|word| word == it))
    };
    whose().next().is_some() && !says(amount) && others.iter().any(|it| says(it))
}

/// The column's name says what currency its amounts are in.
pub(in crate::ingest) fn names_currency(text: &str) -> bool {
    Name::of(text).has_currency
}

/// A name taken apart.
pub(super) struct Name {
    pub(super) words: Vec<String>,
    pub(super) year: Option<u16>,
    /// A currency stands in it: `Määrä EUR` is an amount, not a number of pieces.
    pub(super) has_currency: bool,
    /// It names debit; credit.
    pub(super) sides: (bool, bool),
}

/// `FY24`, `FY2024`.
fn fiscal(word: &str) -> Option<u16> {
    let digits = word.strip_prefix("fy")?;
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// `Nimi1` is a word and a figure; `q1` and `fy24` are one.
fn parts(word: &str) -> [&str; 2] {
    let letters = word.trim_end_matches(|it: char| it.is_ascii_digit()).len();
    let is_word = letters > 2
        && word
            .bytes()
            .take(letters)
            .all(|it| it.is_ascii_alphabetic());
    let at = if is_word { letters } else { word.len() };
    word.split_at_checked(at)
        .map_or([word, ""], |(word, figure)| [word, figure])
}

/// What is taken off an amount or added to it, but for a tax.
fn is_added(word: &str) -> bool {
    LESS_MONEY.contains(&word) && !TAXES.contains(&word)
}

/// A compound that begins as a word of the role does goes on with what makes it something else:
/// `Kundenreferenz` and `Kundenr`, `Kundengruppe` and `Kunde`, `Kundenauftragsnummer`.
fn goes_elsewhere(role: Role, end: &str) -> bool {
    let is_head = |it: &str| OTHER_HEADS.iter().any(|head| it.starts_with(head));
    let is_number = || NUMBERS.iter().any(|it| it.len() > 4 && end.ends_with(it));
    match role {
        Role::Id => end.len() > 3,
        Role::Name | Role::Order => {
            is_head(end)
                || end.strip_prefix('n').is_some_and(is_head)
                || (role == Role::Name && is_number())
        }
        _ => false,
    }
}

impl Name {
    #[inline(never)]
    pub(super) fn of(text: &str) -> Self {
        // `MwSt` is one word.
        let folded = fold(text).replace("mw st", "mwst");
        let mut year = None;
        let mut words: Vec<String> = Vec::new();
        let mut has_currency = text.contains(['€', '$', '£']);
        let parted = folded.split(' ').flat_map(parts);
        for word in parted.filter(|it| !it.is_empty()).take(MAX_WORDS) {
            match word.parse::<u16>() {
                Ok(it) if (1990..2100).contains(&it) => year = year.max(Some(it)),
                _ if fiscal(word).is_some() => year = year.max(fiscal(word)),
                _ => words.push(word.to_owned()),
            }
        }
        // `alv 0 %` is a tax rate of zero, not a share.
        if let Some(at) = words.windows(2).position(|it| it == ["0", "percent"]) {
            words.remove(at + 1);
        }
        // `Suma be PVM`, `Summa (ei ALV)`: in one word for all languages.
        for at in 1..words.len() {
            let is_tax = |it: &String| TAXES.contains(&it.as_str()) || it == "pvm";
            if !words.get(at).is_some_and(is_tax) {
                continue;
            }
            let said = words.get(at - 1).map_or("", String::as_str);
            // A lone word before a date is none of these: `Ei pvm`.
            let said = match said {
                // `Total s/ IVA`; where the tax is DPH, the same letter is with it.
                "s" if words.get(at).is_some_and(|it| it == "iva") => "excl",
                it if WITHOUT.contains(&it) => "excl",
                it if WITH.contains(&it) => "incl",
                _ => continue,
            };
            if words.get(at).is_some_and(|it| it == "pvm") {
                words.splice(at..=at, ["vat".to_owned()]);
            }
            words.splice(at - 1..at, [said.to_owned()]);
        }
        // `Bedrag zonder korting`: nothing is taken off and nothing added.
        let is_none = |it: &[String]| match it {
            [without, of] => WITHOUT.contains(&without.as_str()) && is_added(of),
            _ => false,
        };
        if words.len() > 2
            && let Some(at) = words.windows(2).position(is_none)
        {
            words.drain(at..at + 2);
        }
        let is_unit = |it: &String| UNITS.contains(&it.as_str());
        if !words.iter().all(is_unit) {
            // A lone letter has other uses.
            has_currency |= words.iter().any(|it| is_unit(it) && it.len() > 1);
            words.retain(|it| !is_unit(it));
        }
        // `Kwota 1,5% w zł`: in a currency, and so no share itself.
        if has_currency && words.len() > 1 {
            words.retain(|it| it != "percent");
        }
        let mut name = Self {
            words,
            year,
            has_currency,
            sides: (false, false),
        };
        let has = |role: Role| name.score(role) >= 60;
        name.sides = (has(Role::Debit), has(Role::Credit));
        name
    }

    /// How strongly the name speaks for a role, of 100.
    // One copy of it: the reader pays for its bytes.
    #[inline(never)]
    pub(super) fn score(&self, role: Role) -> u32 {
        let best = WORDS
            .iter()
            .filter(|it| it.role == role)
            .flat_map(|it| {
                it.names
                    .iter()
                    .map(|name| self.fit_of(role, name, it.weight))
            })
            .max()
            .unwrap_or_default();
        let best = match role {
            // `Customer name` beside `Customer` has the names.
            Role::Name if best == 98 && self.is_customer_name() => 99,
            Role::Name => best.max(self.of_customer()),
            // `Due date` is less than a date among other words: `Invoice/Bill date`.
            Role::Date if best < 95 && self.is_one(role) => best.min(70),
            // `Debit/credit`, `Credit/Debit Amount`: a mark where cells are words, else an amount with signs.
            Role::Side | Role::Revenue if best < 90 && self.sides == (true, true) => 90,
            Role::Quantity if self.has_currency => 0,
            // `Debit account`, `Konto Soll`: the number of one.
            Role::Debit | Role::Credit if self.is_account() && !self.is_one(role) => 0,
            Role::Revenue if self.has_currency => best.max(70),
            // `Totaal incl. btw`: with tax, in whatever language.
            Role::Revenue if self.is_gross() => best.max(66),
            Role::Id => best.max(self.customer_number()),
            // `Debitoren-Nr.` is the number of whom, not of an order.
            Role::Order if self.customer_number() > 0 => 0,
            Role::Order => best.max(self.order_number()),
            // `Faktureret ekskl. moms`: whatever it is called, it is without tax.
            Role::Revenue if self.is_net() && self.names_tax() => best.max(60),
            _ => best,
        };
        let has = |list: &[&str]| self.words.iter().any(|it| list.contains(&it.as_str()));
        let money = role.is_money() && !matches!(role, Role::Debit | Role::Credit);
        // `Unit price (excl. VAT)` is of one.
        if role == Role::Revenue && !has(WHOLE) && self.has_price() {
            return 0;
        }
        if money && has(NOT_MONEY) && !self.is_one(role) {
            0
        } else if money && best > 0 && self.is_net() {
            // Beside `Summa yhteensä`, `Summa ilman ALV` is the one looked for.
            best.max((best + 25).min(94))
        } else if (money
            && has(LESS_MONEY)
            && !self.is_one(role)
            && self.sides != (true, true)
            && !self.is_gross())
            || (matches!(role, Role::Date | Role::Order) && has(NOT_SALE) && !self.is_one(role))
            || (role == Role::Order && has(NOT_ORDER))
            || (role == Role::Name
                && best < 88
                && !self.is_one(role)
                && (has(NOT_NAME) || self.words.last().is_some_and(|it| it == "account")))
            || (role == Role::Name && !self.is_one(role) && has(NAMED_THINGS) && has(NAMES))
            || (role == Role::Id && best < 88 && has(NOT_ID))
        {
            best.saturating_sub(45)
        } else if money && has(FOREIGN) && !self.is_one(role) {
            best.saturating_sub(20)
        } else {
            best
        }
    }

    /// The list of the role has exactly this name.
    pub(super) fn is_one(&self, role: Role) -> bool {
        let whole = self.words.join(" ");
        let of_role = WORDS.iter().filter(|it| it.role == role);
        of_role.flat_map(|it| &it.names).any(|it| *it == whole)
    }

    /// A word for an account and one beside it.
    fn is_account(&self) -> bool {
        let is_it = |it: &String| ACCOUNTS.contains(&it.as_str());
        self.words.len() == 2 && self.words.iter().any(is_it)
    }

    /// It holds a word for tax or for what is taken off or added.
    pub(super) fn is_small(&self) -> bool {
        let is_fee = |it: &String| FEES.contains(&it.as_str());
        self.names_tax() || self.words.iter().any(is_fee) || self.score(Role::Discount) >= 60
    }

    /// It holds a word for the price of one.
    pub(super) fn has_price(&self) -> bool {
        let of_price = WORDS.iter().filter(|it| it.role == Role::UnitPrice);
        of_price
            .flat_map(|it| &it.names)
            .any(|name| self.fit(name, 100) >= 60)
    }

    /// `Summa ilman ALV` names the tax and means the amount without it.
    pub(super) fn is_net(&self) -> bool {
        (self.words.iter()).any(|it| NET.contains(&it.as_str()))
            // `Nettobeløb`
            || self.words.iter().any(|it| it.starts_with("netto"))
    }

    /// `Total con IVA` names the tax and means the amount with it.
    fn is_gross(&self) -> bool {
        let is_it = |pair: &[String]| match pair {
            [with, tax] => with == "incl" && TAXES.contains(&tax.as_str()),
            _ => false,
        };
        self.words.windows(2).any(is_it)
    }

    /// How strongly the words say that they are the number of what begins with one of these stems, and
    /// nothing besides: `Kd.-Nr.` in any language. A reference may be that of a payment.
    fn number_of(&self, stems: &[&str]) -> u32 {
        let (mut whose, mut number, mut best) = (false, false, 96);
        for word in &self.words {
            // `Mitglieds`, `Kliendinumber`, and not `Kundenauftragsnummer`.
            let end = stems.iter().find_map(|it| word.strip_prefix(it));
            let is_number = |it: &str| it == "n" || NUMBERS.contains(&it);
            let joined = end.and_then(|it| NUMBERS.iter().find_map(|no| it.strip_suffix(no)));
            match (end, joined) {
                (Some(_), Some(middle)) if middle.len() <= 3 => (whose, number) = (true, true),
                (Some(end), _) if end.len() <= 4 => whose = true,
                _ if is_number(word) => number = true,
                _ if ["ref", "reference"].contains(&word.as_str()) => (number, best) = (true, 60),
                _ if SMALL.contains(&word.as_str()) => {}
                _ => return 0,
            }
        }
        if whose && number { best } else { 0 }
    }

    /// The number of a customer.
    fn customer_number(&self) -> u32 {
        self.number_of(NUMBERED)
    }

    /// The number of an order or an invoice; `Número de pedidos` counts them, `Auftragskonto` is an
    /// account.
    fn order_number(&self) -> u32 {
        let has = |is: &dyn Fn(&String) -> bool| self.words.iter().any(is);
        let is_many = self.words.last().is_some_and(|it| it.ends_with(['s', 'i']));
        let is_count = is_many && has(&|it| SMALL.contains(&it.as_str()));
        if is_count || has(&|it| it.ends_with("konto") || it == "account") {
            return 0;
        }
        self.number_of(ORDERED).min(92)
    }

    /// The name holds a word for tax on sales.
    pub(super) fn names_tax(&self) -> bool {
        let is_tax = |it: &String| TAXES.contains(&it.as_str());
        self.words.iter().any(is_tax)
    }

    /// As [`Self::fit`], where the end of a compound says what it is: `Jahresumsatz` is an amount, and
    /// `Asiakasryhmä` is no customer.
    fn fit_of(&self, role: Role, phrase: &str, weight: u32) -> u32 {
        let fit = self.fit(phrase, weight);
        let compounds = || self.words.iter().filter(|it| it.len() > phrase.len());
        let may_end = (role.is_money() || role == Role::Date) && fit + 16 < weight;
        if may_end && phrase.len() >= 5 {
            let ends = || compounds().filter_map(|it| it.strip_suffix(phrase));
            let is_other = |it: &str| OTHER_PARTS.iter().any(|part| it.starts_with(part));
            if ends().any(|it| !is_other(it)) && !phrase.contains(' ') {
                return weight.saturating_sub(16);
            }
        }
        let is_begin = fit > 0 && fit + 34 == weight;
        let begins = || compounds().find_map(|it| it.strip_prefix(phrase));
        match is_begin.then(begins).flatten() {
            Some(end) if goes_elsewhere(role, end) => 0,
            _ => fit,
        }
    }

    /// A word of it begins as one for customers does.
    pub(super) fn is_of_customers(&self) -> bool {
        let begins = |word: &String| NUMBERED.iter().any(|it| word.starts_with(it));
        self.words.iter().any(begins)
    }

    /// `Customer name`; not `Payee name`, for who pays is to be seen from both sides.
    fn is_customer_name(&self) -> bool {
        let stems = [
            "asiak",
            "kund",
            "custom",
            "client",
            "klient",
            "kontrahent",
            "nabywc",
        ];
        let is_it = |it: &String| stems.iter().any(|stem| it.starts_with(stem));
        self.of_customer() == 96 && self.words.iter().any(is_it)
    }

    /// The words speak of customers, and of their names.
    fn of_customer(&self) -> u32 {
        let begins = |it: &String, list: &[&str]| list.iter().any(|stem| it.starts_with(stem));
        let is_customer = |it: &String| begins(it, CUSTOMERS);
        let is_name = |it: &String| NAMES.contains(&it.as_str());
        // `Laskutusnimi`, `Kundenname`.
        let is_both = |it: &String| {
            let of_name = NAMES.iter().find_map(|name| it.strip_suffix(name));
            of_name.is_some_and(|of| CUSTOMERS.iter().any(|stem| of.starts_with(stem)))
        };
        // `Klienci`, `Asiakkaat`, and no `Asiakasryhmä`.
        let is_bare = |it: &String| {
            let ends = CUSTOMERS.iter().filter_map(|stem| it.strip_prefix(stem));
            let is_short =
                |end: &str| end.len() <= 4 && !OTHER_HEADS.iter().any(|head| end.ends_with(head));
            ends.max_by_key(|end| std::cmp::Reverse(end.len()))
                .is_some_and(is_short)
        };
        let has = |is: &dyn Fn(&String) -> bool| self.words.iter().any(is);
        let other = |it: &String| OTHER_HEADS.iter().any(|head| it.starts_with(head));
        let is_person = |it: &String| NOT_NAME.contains(&it.as_str()) && !is_name(it);
        if has(&|it| is_person(it) || (other(it) && !is_name(it))) {
            0
        } else if has(&is_both) || (has(&is_customer) && has(&is_name)) {
            96
        } else if self.words.len() == 1 && has(&is_bare) {
            66
        } else {
            0
        }
    }

    /// The words whole, among others, or as the beginning of a compound.
    #[inline(never)]
    pub(super) fn fit(&self, phrase: &str, weight: u32) -> u32 {
        // Most phrases begin as no word does.
        let first = |it: &str| it.bytes().next();
        if !self.words.iter().any(|it| first(it) == first(phrase)) {
            return 0;
        }
        let parts = phrase.split(' ').count();
        let same = |window: &[String]| window.iter().map(String::as_str).eq(phrase.split(' '));
        if self.words.len() == parts && same(&self.words) {
            return weight;
        }
        if parts < self.words.len() && self.words.windows(parts).any(same) {
            let others = u32::try_from(self.words.len() - parts).unwrap_or(9);
            return weight.saturating_sub(14 + 3 * others);
        }
        let compound = parts == 1
            && phrase.len() >= 5
            && self
                .words
                .iter()
                .any(|it| it.len() > phrase.len() && it.starts_with(phrase));
        if compound {
            weight.saturating_sub(34)
        } else {
            0
        }
    }
}

//! Amounts that a header counts in another unit than the currency's: `Myynti (k€)`, `Amount (in cents)`.

use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// How many of the currency one of a column's numbers stands for: a factor and a divisor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) factor: i128,
    pub(super) divisor: i128,
}

impl Unit {
    const fn of(factor: i128, divisor: i128) -> Self {
        Self { factor, divisor }
    }

    /// The amount in the currency.
    pub(super) const fn amount(self, it: Money) -> Money {
        it.times_ratio(self.factor, self.divisor)
    }

    /// A customer in the currency.
    pub(super) fn customer(self, it: &mut Customer) {
        it.revenue = self.amount(it.revenue);
        it.margin = it.margin.map(|it| self.amount(it));
        it.previous = it.previous.map(|it| self.amount(it));
        for (_, money) in &mut it.history {
            *money = self.amount(*money);
        }
        for (_, money) in &mut it.products {
            *money = self.amount(*money);
        }
    }
}

/// Words for hundredths, thousands and millions, as headers have them.
const HUNDREDTHS: [&str; 7] = [
    "cents",
    "sentteinä",
    "senttiä",
    "snt",
    "grosze",
    "groszach",
    "öre",
];
const THOUSANDS: [&str; 37] = [
    "tis",
    "tsd",
    "tausend",
    "milliers",
    "migliaia",
    "duizend",
    "tdkk",
    "tnok",
    "tchf",
    "knok",
    "kgbp",
    "kchf",
    "k€",
    "€k",
    "£k",
    "$k",
    "t€",
    "keur",
    "teur",
    "kpln",
    "tpln",
    "tusd",
    "kusd",
    "tgbp",
    "ksek",
    "tsek",
    "tkr",
    "tuhatta",
    "tuhansia",
    "tuhansina",
    "tys",
    "tysiące",
    "tysiącach",
    "thousand",
    "thousands",
    "000s",
    "tusental",
];
const MILLIONS: [&str; 15] = [
    "mio",
    "mnok",
    "mdkk",
    "m€",
    "€m",
    "£m",
    "$m",
    "meur",
    "milj",
    "miljoonaa",
    "mln",
    "million",
    "millions",
    "mkr",
    "msek",
];
/// After a thousand in figures: `1 000 €`, `£000`.
#[rustfmt::skip]
const FIGURES: [&str; 11] = [
    "1000 €", "1 000 €", "1000 eur", "1 000 eur", "£000", "$000", "€000", "'000", "\u{2019}000", "gbp 000", "eur 000",
];

/// The unit that a column's name tells; `None` for the currency's own.
pub(super) fn told_by(name: &str) -> Option<Unit> {
    let name = name.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
    let is_sign = |it: char| it.is_alphanumeric() || matches!(it, '€' | '$' | '£');
    let mut words = name.split(|it: char| !is_sign(it));
    let units = [
        (&HUNDREDTHS[..], Unit::of(1, 100)),
        (&THOUSANDS[..], Unit::of(1_000, 1)),
        (&MILLIONS[..], Unit::of(1_000_000, 1)),
    ];
    let told = words.find_map(|word| units.iter().find(|it| it.0.contains(&word)));
    let figures = || {
        let has = FIGURES.iter().any(|it| name.contains(it));
        has.then_some(Unit::of(1_000, 1))
    };
    told.map(|it| it.1)
        .or_else(|| name.contains("minor unit").then_some(Unit::of(1, 100)))
        .or_else(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_tells_its_unit_and_a_currency_is_none() {
        for (name, unit) in [
            ("Amount (in cents)", Some((1, 100))),
            ("amount_minor_units", None),
            ("Amount, minor units", Some((1, 100))),
            ("Myynti k€", Some((1_000, 1))),
            ("Liikevaihto, TEUR", Some((1_000, 1))),
            ("Myynti (tuhatta euroa)", Some((1_000, 1))),
            ("Myynti (1\u{a0}000 €)", Some((1_000, 1))),
            ("Przychód (tys. zł)", Some((1_000, 1))),
            ("Revenue (£000)", Some((1_000, 1))),
            ("Spend (£k)", Some((1_000, 1))),
            ("Paid, GBP '000", Some((1_000, 1))),
            ("Turnover £\u{2019}000", Some((1_000, 1))),
            ("Částka (tis. Kč)", Some((1_000, 1))),
            ("Umsatz, Mio. EUR", Some((1_000_000, 1))),
            ("Grants, $m", Some((1_000_000, 1))),
            ("Omsättning, Mkr", Some((1_000_000, 1))),
            ("Obrót [mln PLN]", Some((1_000_000, 1))),
            ("Myynti €", None),
            ("Myynti 1000", None),
            ("Total", None),
        ] {
            let found = told_by(name).map(|it| (it.factor, it.divisor));
            assert_eq!(found, unit, "{name}");
        }
    }
}

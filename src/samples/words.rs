//! The words of the samples by language: made-up company names, trades, regions, column names.

use std::collections::BTreeSet;

use super::random::Random;
use super::text::Coding;

/// How a country writes amounts and files.
#[derive(Clone, Copy)]
pub(super) struct Money {
    pub(super) thousands: char,
    pub(super) decimal: char,
    pub(super) delimiter: char,
    /// The old code page of the country.
    pub(super) coding: Coding,
    /// Amounts are this many tenths of the Finnish ones.
    pub(super) tenths: i64,
    /// Value added tax, per mille.
    pub(super) tax: i64,
}

/// A trade: how it stands in a name, and the industry column's word.
pub(super) type Trade = (&'static str, &'static str);

/// Words and habits of one language.
pub(super) struct Words {
    pub(super) lang: &'static str,
    pub(super) money: Money,
    /// Beginnings and endings of place names.
    roots: (&'static [&'static str], &'static [&'static str]),
    pub(super) trades: &'static [Trade],
    pub(super) services: &'static [Trade],
    forms: &'static [&'static str],
    pub(super) regions: &'static [&'static str],
    pub(super) people: &'static [&'static str],
}

const FI: Words = Words {
    lang: "fi",
    money: Money {
        thousands: '\u{a0}',
        decimal: ',',
        delimiter: ';',
        coding: Coding::Western,
        tenths: 10,
        tax: 255,
    },
    roots: (
        &[
            "Vuoksen", "Niemen", "Kaisla", "Suvanto", "Sini", "Hiiden", "Koivu", "Terva",
            "Pihlaja", "Kanerva", "Louhi", "Tuuli", "Lumme", "Otson", "Kuusi", "Jänis", "Hopea",
            "Halla",
        ],
        &[
            "ranta", "pää", "koski", "lampi", "vuori", "saari", "mäki", "niemi", "harju", "salo",
            "kallio", "suo",
        ],
    ),
    trades: &[
        ("Pesuaine", "Kemia"),
        ("Maali", "Kemia"),
        ("Leipomo", "Elintarvike"),
        ("Meijeri", "Elintarvike"),
        ("Juusto", "Elintarvike"),
        ("Marja", "Elintarvike"),
        ("Saha", "Puutavara"),
        ("Kaluste", "Huonekalut"),
        ("Rauta", "Kauppa"),
        ("Puutarha", "Kauppa"),
        ("Teräs", "Metalli"),
        ("Muovi", "Muovi"),
        ("Lasi", "Lasi"),
        ("Tekstiili", "Tekstiili"),
    ],
    services: &[
        ("Rakennus", "Rakentaminen"),
        ("Kuljetus", "Kuljetus"),
        ("Kiinteistöt", "Kiinteistöala"),
        ("Konepaja", "Metalli"),
        ("Sähkö", "Rakentaminen"),
        ("Matkailu", "Majoitus ja ravitsemus"),
        ("Ravintola", "Majoitus ja ravitsemus"),
        ("Mainos", "Palvelut"),
        ("Siivous", "Palvelut"),
        ("Ohjelmistot", "Tietotekniikka"),
        ("Kauppa", "Kauppa"),
        ("Hoiva", "Terveys"),
        ("Autohuolto", "Kauppa"),
        ("Suunnittelu", "Palvelut"),
    ],
    forms: &["Oy", "Oy", "Oy", "Oy", "Oy", "Ky"],
    regions: &[
        "Etelä-Karjala",
        "Kymenlaakso",
        "Uusimaa",
        "Päijät-Häme",
        "Pirkanmaa",
        "Etelä-Savo",
    ],
    people: &["Aino Lehto", "Mikko Ranta", "Sari Kivelä"],
};

const PL: Words = Words {
    lang: "pl",
    money: Money {
        thousands: ' ',
        decimal: ',',
        delimiter: ';',
        coding: Coding::Central,
        tenths: 43,
        tax: 230,
    },
    roots: (
        &[
            "Lipowo",
            "Brzezinowo",
            "Jaworowo",
            "Wierzbowo",
            "Olszanowo",
            "Sosnówka",
            "Dębówka",
            "Kalinowo",
            "Topolanka",
            "Jesionowo",
            "Grabówka",
            "Głogówko",
            "Modrzewie",
            "Świerkowo",
            "Łąkowo",
            "Żurawinowo",
            "Malinówka",
            "Borówkowo",
            "Jeżynowo",
            "Wrzosowo",
            "Paprociany",
            "Kasztanowo",
            "Czeremchowo",
            "Leszczynki",
            "Wiązowo",
            "Rokitka",
            "Trzcinowo",
            "Szuwarowo",
            "Bystrzanka",
            "Rzeczułka",
            "Młynówka",
            "Mostowo",
            "Gajówka",
            "Polanowo",
        ],
        &[""],
    ),
    trades: &[
        ("Zakłady Chemiczne", "Chemia"),
        ("Farby", "Chemia"),
        ("Piekarnia", "Żywność"),
        ("Mleczarnia", "Żywność"),
        ("Serowarnia", "Żywność"),
        ("Owocpol", "Żywność"),
        ("Tartak", "Drewno"),
        ("Meble", "Meble"),
        ("Hurtownia", "Handel"),
        ("Ogród", "Handel"),
        ("Stalmet", "Metal"),
        ("Plastpol", "Tworzywa"),
        ("Huta Szkła", "Szkło"),
        ("Tkalnia", "Tekstylia"),
    ],
    services: &[
        ("Budowa", "Budownictwo"),
        ("Transport", "Transport"),
        ("Nieruchomości", "Nieruchomości"),
        ("Warsztat", "Metal"),
        ("Elektro", "Budownictwo"),
        ("Hotel", "Gastronomia"),
        ("Restauracja", "Gastronomia"),
        ("Reklama", "Usługi"),
        ("Czystość", "Usługi"),
        ("Systemy", "Informatyka"),
        ("Sklep", "Handel"),
        ("Przychodnia", "Zdrowie"),
        ("Auto-Serwis", "Handel"),
        ("Projekt", "Usługi"),
    ],
    forms: &[
        "Sp. z o.o.",
        "Sp. z o.o.",
        "Sp. z o.o.",
        "S.A.",
        "Sp.j.",
        "s.c.",
    ],
    regions: &[
        "mazowieckie",
        "wielkopolskie",
        "małopolskie",
        "śląskie",
        "dolnośląskie",
        "łódzkie",
    ],
    people: &["Anna Nowicka", "Piotr Zieliński", "Ewa Wójcik"],
};

const EN: Words = Words {
    lang: "en",
    money: Money {
        thousands: ',',
        decimal: '.',
        delimiter: ',',
        coding: Coding::Western,
        tenths: 10,
        tax: 200,
    },
    roots: (
        &[
            "Ash", "Birch", "Elder", "Fern", "Hazel", "Heather", "Kings", "Lark", "Maple", "North",
            "Oak", "Penn", "Raven", "Stone", "Thorn", "Wester", "Willow", "Hollow",
        ],
        &[
            "brook", "field", "gate", "hurst", "ford", "moor", "ridge", "wick", "mere", "dale",
            "combe", "holt",
        ],
    ),
    trades: &[
        ("Detergents", "Chemicals"),
        ("Paints", "Chemicals"),
        ("Bakery", "Food"),
        ("Dairy", "Food"),
        ("Cheese", "Food"),
        ("Fruit", "Food"),
        ("Sawmill", "Timber"),
        ("Furniture", "Furniture"),
        ("Hardware", "Retail"),
        ("Gardens", "Retail"),
        ("Steel", "Metal"),
        ("Plastics", "Plastics"),
        ("Glass", "Glass"),
        ("Textiles", "Textiles"),
    ],
    services: &[
        ("Builders", "Construction"),
        ("Haulage", "Transport"),
        ("Estates", "Property"),
        ("Engineering", "Metal"),
        ("Electrical", "Construction"),
        ("Hotel", "Hospitality"),
        ("Restaurant", "Hospitality"),
        ("Media", "Services"),
        ("Cleaning", "Services"),
        ("Software", "IT"),
        ("Stores", "Retail"),
        ("Care", "Health"),
        ("Motors", "Retail"),
        ("Design", "Services"),
    ],
    forms: &["Ltd", "Ltd", "Ltd", "Limited", "LLP", "& Sons"],
    regions: &[
        "North East",
        "North West",
        "Yorkshire",
        "West Midlands",
        "East Anglia",
        "South West",
    ],
    people: &["Alice Turner", "Mark Ellis", "Sarah King"],
};

impl Words {
    /// The words of a language.
    pub(super) fn of(lang: &str) -> Self {
        match lang {
            "fi" => FI,
            "pl" => PL,
            _ => EN,
        }
    }

    /// One text of three, in the order of [`super::LANGS`].
    pub(super) fn pick<T>(&self, [fi, pl, en]: [T; 3]) -> T {
        match self.lang {
            "fi" => fi,
            "pl" => pl,
            _ => en,
        }
    }

    /// A company that is not in `taken` yet, and its industry.
    pub(super) fn company(
        &self,
        random: &mut Random,
        trades: &[Trade],
        taken: &mut BTreeSet<String>,
    ) -> (String, &'static str) {
        loop {
            let root = format!(
                "{}{}",
                random.one_of(self.roots.0),
                random.one_of(self.roots.1)
            );
            let (trade, industry) = random.one_of(trades);
            let form = random.one_of(self.forms);
            let name = self.pick([
                format!("{root} {trade} {form}"),
                format!("{trade} {root} {form}"),
                format!("{root} {trade} {form}"),
            ]);
            if taken.insert(name.clone()) {
                return (name, industry);
            }
        }
    }

    /// A business id with a right check digit from a series that no register gives out.
    pub(super) fn business_id(&self, random: &mut Random) -> String {
        loop {
            let number = random.between(0, 99_999);
            let found = self.pick([
                finnish_id(9_900_000 + number),
                polish_id(number * 7 + 100_000),
                Some(format!("99{:06}", number * 7 + 100_000)),
            ]);
            if let Some(id) = found {
                return id;
            }
        }
    }
}

/// Y-tunnus: seven digits and a check digit, modulo 11; a rest of 1 is not given out.
fn finnish_id(number: i64) -> Option<String> {
    let rest = weighted(number, &[7, 9, 10, 5, 8, 4, 2]) % 11;
    match rest {
        0 => Some(format!("{number:07}-0")),
        1 => None,
        _ => Some(format!("{number:07}-{}", 11 - rest)),
    }
}

/// NIP of the tax office 000, which does not exist: nine digits and a check digit, modulo 11; a rest
/// of 10 is not given out.
fn polish_id(number: i64) -> Option<String> {
    let check = weighted(number, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
    let (high, middle, last) = (number / 1_000, number / 10 % 100, number % 10);
    (check < 10).then(|| format!("000-{high:03}-{middle:02}-{last}{check}"))
}

/// The digits of a number, padded to the weights, each times its weight.
fn weighted(number: i64, weights: &[i64]) -> i64 {
    weights
        .iter()
        .rev()
        .scan(number, |rest, weight| {
            let digit = *rest % 10;
            *rest /= 10;
            Some(digit * weight)
        })
        .sum()
}

//! Days as they are written in saved documents and messages: `2025-01-31`.
//!
//! Written here rather than by the date library's own parser, which knows every notation of
//! ISO 8601 and would double what the page loads for dates.

use jiff_core::civil::Date;

/// A day from `2025-01-31`.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-').map(|it| it.parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A day as `2025-01-31`.
#[must_use]
pub fn text(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day so many days later, the last of the calendar beyond its end.
#[must_use]
pub fn after(day: Date, days: i32) -> Date {
    day.checked_add(days).unwrap_or(Date::MAX)
}

/// A day as a number that sorts as days do.
#[must_use]
pub fn packed(day: Date) -> i32 {
    i32::from(day.year()) * 512 + i32::from(day.month()) * 32 + i32::from(day.day())
}

/// A day from its number.
#[must_use]
pub fn unpacked(day: i32) -> Option<Date> {
    let part = |it: i32| i8::try_from(it).ok();
    let year = i16::try_from(day.div_euclid(512)).ok()?;
    Date::new(
        year,
        part(day.rem_euclid(512) / 32)?,
        part(day.rem_euclid(32))?,
    )
    .ok()
}

/// For `#[serde(with = "day::required")]`.
pub mod required {
    use jiff_core::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes a day.
    ///
    /// # Errors
    /// Those of the format.
    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        super::text(*day).serialize(to)
    }

    /// Reads a day.
    ///
    /// # Errors
    /// A text that is no day, and those of the format.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Date, D::Error> {
        super::parse(&String::deserialize(from)?).ok_or_else(|| Error::custom("not a day"))
    }
}

/// For `#[serde(with = "day::optional")]`.
pub mod optional {
    use jiff_core::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes a day or nothing.
    ///
    /// # Errors
    /// Those of the format.
    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            day.map(super::text).serialize(to)
        } else {
            // Messages of a million customers: as a number.
            day.map(super::packed).serialize(to)
        }
    }

    /// Reads a day or nothing.
    ///
    /// # Errors
    /// A text that is no day, and those of the format.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<Date>, D::Error> {
        let day = if from.is_human_readable() {
            Option::<String>::deserialize(from)?.map(|it| super::parse(&it))
        } else {
            Option::<i32>::deserialize(from)?.map(super::unpacked)
        };
        match day {
            Some(None) => Err(Error::custom("not a day")),
            Some(day) => Ok(day),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, text};

    #[test]
    fn a_day_comes_back_and_what_is_no_day_does_not() {
        for it in ["2025-01-31", "0001-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(parse(it).map(text).as_deref(), Some(it));
        }
        for it in [
            "",
            "2025-02-30",
            "2025-1",
            "31.1.2025",
            "2025-01-31T00:00",
            "--",
            "99999-01-01",
            "2025-300-01",
        ] {
            assert_eq!(parse(it), None, "{it}");
        }
    }
}

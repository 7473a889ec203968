//! What the user decided on the command line, as the reader takes it.

use rusetti::ingest::{ColumnChoice, Encoding, Header, ReadOptions, Role, Shape, read_rows};

use super::{Failure, Outcome, ShapeName, Source, stopped};

pub(super) fn options(source: &Source, bytes: &[u8]) -> Outcome<ReadOptions> {
    let encoding = match &source.encoding {
        None => None,
        Some(label) => Some(
            Encoding::ALL
                .into_iter()
                .find(|it| it.label().eq_ignore_ascii_case(label))
                .ok_or_else(|| Failure::Usage(format!("--encoding: {label} is not known")))?,
        ),
    };
    let mut options = ReadOptions {
        sheet: source.sheet.clone(),
        encoding,
        delimiter: source.delimiter,
        header: source.header.map(|it| match it {
            0 => Header::None,
            line => Header::Line(line),
        }),
        shape: source.shape.map(|it| match it {
            ShapeName::Customers => Shape::Customers,
            ShapeName::Transactions => Shape::Transactions,
        }),
        ..ReadOptions::default()
    };
    if source.maps.is_empty() && source.sheet.is_none() {
        return Ok(options);
    }
    let first = read_rows(bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    if let Some(wanted) = &source.sheet {
        let sheets = first
            .book
            .as_ref()
            .map(|it| it.sheets.as_slice())
            .unwrap_or_default();
        if !sheets.iter().any(|it| it.name == *wanted) {
            let names: Vec<&str> = sheets.iter().map(|it| it.name.as_str()).collect();
            let why = if names.is_empty() {
                "the file is no workbook".to_owned()
            } else {
                format!("the sheets are {}", names.join(", "))
            };
            return Err(Failure::Usage(format!("--sheet {wanted}: {why}")));
        }
    }
    for map in &source.maps {
        let wrong = |why: String| Failure::Usage(format!("--map {map}: {why}"));
        let (role, column) = map
            .split_once('=')
            .ok_or_else(|| wrong("write ROLE=COLUMN".to_owned()))?;
        let role = ROLES
            .iter()
            .find(|it| it.0 == role.trim())
            .map(|it| it.1)
            .ok_or_else(|| {
                let known: Vec<&str> = ROLES.iter().map(|it| it.0).collect();
                wrong(format!("roles are {}", known.join(", ")))
            })?;
        let index = first
            .columns
            .iter()
            .position(|it| it.name == column.trim())
            .or_else(|| {
                let number: usize = column.trim().parse().ok()?;
                (1..=first.columns.len())
                    .contains(&number)
                    .then(|| number - 1)
            })
            .ok_or_else(|| wrong("no such column".to_owned()))?;
        options.columns.push(ColumnChoice {
            index,
            role: Some(role),
            decimal: None,
            date_order: None,
        });
    }
    Ok(options)
}

/// Roles as the command line spells them; `customer` is what tells customers apart.
pub(super) const ROLES: [(&str, Role); 28] = [
    ("customer", Role::Id),
    ("name", Role::Name),
    ("business_id", Role::BusinessId),
    ("group", Role::Group),
    ("amount", Role::Revenue),
    ("part", Role::Part),
    ("margin", Role::Margin),
    ("cost", Role::Cost),
    ("previous", Role::Previous),
    ("date", Role::Date),
    ("order", Role::Order),
    ("orders", Role::Orders),
    ("quantity", Role::Quantity),
    ("unit_price", Role::UnitPrice),
    ("discount", Role::Discount),
    ("debit", Role::Debit),
    ("credit", Role::Credit),
    ("side", Role::Side),
    ("product", Role::Product),
    ("industry", Role::Industry),
    ("size", Role::Size),
    ("headcount", Role::Headcount),
    ("region", Role::Region),
    ("potential", Role::Potential),
    ("owner", Role::Owner),
    ("contacts_held", Role::ContactsHeld),
    ("satisfaction", Role::Satisfaction),
    ("other", Role::Other),
];

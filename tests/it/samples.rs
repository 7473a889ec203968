//! The sample companies: files that stay as they are and read as they are meant to.

use std::fs;
use std::path::Path;

use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::ingest::{IssueKind, ReadOptions, Reading, Role, Shape, read};
use rusetti::samples::{LANGS, Sample, file};

fn reading(sample: Sample, lang: &str) -> Reading {
    let file = file(sample, lang);
    read(&file.bytes, &ReadOptions::default(), &mut |_| true).unwrap()
}

fn ranking(reading: &Reading) -> Ranking {
    let values: Vec<Money> = reading.base.customers.iter().map(|it| it.revenue).collect();
    Ranking::new(&values)
}

/// `UPDATE_EXPECT=1` writes the copies anew.
#[test]
fn the_generator_makes_the_committed_files_byte_for_byte() {
    for sample in Sample::ALL {
        for lang in LANGS {
            let made = file(sample, lang);
            let path = Path::new("samples").join(format!("{}.{lang}.csv", sample.slug()));
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&path, &made.bytes).unwrap();
            }
            let kept = fs::read(&path).unwrap();
            assert!(kept == made.bytes, "{} differs", path.display());
        }
    }
}

#[test]
fn every_sample_reads_without_a_fatal_issue_in_each_language() {
    for sample in Sample::ALL {
        for lang in LANGS {
            let reading = reading(sample, lang);
            let worst: Vec<_> = reading
                .issues
                .iter()
                .filter(|it| !matches!(it.kind, IssueKind::AmbiguousDate { .. }))
                .collect();
            assert!(worst.is_empty(), "{sample:?} {lang}: {worst:?}");
            let (customers, shape) = match sample {
                Sample::Packaging => (148, Shape::Customers),
                Sample::Accounting => (38, Shape::Transactions),
                Sample::Chamber => (612, Shape::Customers),
            };
            assert_eq!(reading.base.customers.len(), customers, "{sample:?} {lang}");
            assert_eq!(reading.shape.is, shape, "{sample:?} {lang}");
        }
    }
}

#[test]
fn the_wholesaler_hangs_on_a_few_customers_and_loses_money_on_others() {
    for lang in LANGS {
        let reading = reading(Sample::Packaging, lang);
        let ranking = ranking(&reading);
        assert_eq!(ranking.len(), 140, "{lang}");
        assert!((0.48..0.54).contains(&ranking.share_of_top(6)), "{lang}");
        assert!((24..=28).contains(&ranking.customers_for(8_000)), "{lang}");
        let customers = &reading.base.customers;
        let losing = customers
            .iter()
            .filter(|it| it.margin.is_some_and(Money::is_negative));
        assert!((30..=60).contains(&losing.count()), "{lang}");
        assert!(reading.base.has_previous());
        for role in [
            Role::BusinessId,
            Role::Industry,
            Role::Region,
            Role::Headcount,
            Role::Potential,
            Role::Owner,
        ] {
            assert!(reading.column(role).is_some(), "{lang}: {role:?}");
        }
    }
}

#[test]
fn the_office_bills_monthly_and_the_chamber_counts_contacts() {
    for lang in LANGS {
        let office = reading(Sample::Accounting, lang);
        assert!(office.column(Role::Order).is_some() && office.column(Role::Date).is_some());
        let most = office.base.customers.iter().map(|it| it.orders).max();
        assert!(most >= Some(12), "{lang}");
        // The net amount, not the one with tax.
        let column = office.column(Role::Revenue).unwrap();
        assert_eq!(column, 6, "{lang}");
        let chamber = reading(Sample::Chamber, lang);
        for role in [Role::Id, Role::ContactsHeld, Role::Size, Role::Region] {
            assert!(chamber.column(role).is_some(), "{lang}: {role:?}");
        }
    }
}

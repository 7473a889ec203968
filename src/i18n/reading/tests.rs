//! Issues, roles and reasons in words of three languages.

use super::*;
use crate::domain::money::Money;

fn words(lang: Lang, line: Option<u32>, kind: IssueKind) -> String {
    let it = issue(
        lang,
        &Issue { line, kind },
        |at| format!("S{at}"),
        &Currency::new("EUR"),
    );
    format!("{} {}", it.title, it.remedy)
}

#[test]
fn neighbouring_lines_are_one_range() {
    let cases: [(&[u32], &str); 5] = [
        (&[], ""),
        (&[7], "7"),
        (&[1, 2], "1, 2"),
        (&[1, 2, 3, 52, 104], "1–3, 52, 104"),
        (&[999, 1000, 1001], "999–1,001"),
    ];
    for (lines, expected) in cases {
        assert_eq!(line_ranges(Lang::En, lines), expected);
    }
}

#[test]
fn a_total_that_differs_says_by_how_much_without_a_sign() {
    let kind = IssueKind::TotalDiffers {
        says: Money::from_units(90),
        sum: Money::from_units(100),
    };
    let text = words(Lang::Fi, Some(12), kind);
    assert!(
        text.contains("Summarivillä 12 lukee 90,00\u{a0}€"),
        "{text}"
    );
    assert!(text.contains("Ero on 10,00\u{a0}€"), "{text}");
}

#[test]
fn every_fatal_issue_says_what_to_do_in_every_language() {
    let kinds = [
        IssueKind::EmptyFile,
        IssueKind::NotATable {
            seems: FileKind::LockedWorkbook,
        },
        IssueKind::NotATable {
            seems: FileKind::BrokenWorkbook,
        },
        IssueKind::NotATable {
            seems: FileKind::HugeWorkbook,
        },
        IssueKind::NotATable {
            seems: FileKind::Pdf,
        },
        IssueKind::NotATable {
            seems: FileKind::Picture,
        },
        IssueKind::NotATable {
            seems: FileKind::Archive,
        },
        IssueKind::NotATable {
            seems: FileKind::Binary,
        },
        IssueKind::HeaderOnly,
        IssueKind::NoCustomerColumn,
        IssueKind::NoAmountColumn,
        IssueKind::NothingPositive,
    ];
    for lang in Lang::ALL {
        for kind in &kinds {
            let it = issue(
                lang,
                &Issue {
                    line: None,
                    kind: kind.clone(),
                },
                |_| String::new(),
                &Currency::new("EUR"),
            );
            assert!(
                it.title.ends_with('.') && it.remedy.len() > 20,
                "{lang:?} {kind:?}: {it:?}"
            );
        }
    }
}

#[test]
fn a_number_of_cells_is_inflected() {
    let ragged = |cells| IssueKind::RaggedRow { cells, wanted: 5 };
    assert!(
        words(Lang::Pl, Some(9), ragged(1))
            .starts_with("Wiersz 9 ma 1 komórkę, a\u{a0}nagłówek 5.")
    );
    assert!(words(Lang::Pl, Some(9), ragged(3)).starts_with("Wiersz 9 ma 3 komórki"));
    assert!(words(Lang::Pl, Some(9), ragged(7)).starts_with("Wiersz 9 ma 7 komórek"));
}

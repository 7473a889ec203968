//! `rusetti sql`: a saved model as one SQL statement.

use std::path::Path;

use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::sorting::by_index;
use rusetti::export::sql::{self, Dialect, Known};
use rusetti::i18n::{Lang, saved};
use rusetti::store::{Content, open_any};

use super::{Failure, Outcome, load};

pub(super) fn statement(file: &Path, dialect: Dialect, lang: Lang) -> Outcome<String> {
    let content = open(file)?;
    let model = content.model();
    let statement = match &content {
        Content::Model(_) => sql::statement(lang, dialect, &model.plan, None),
        Content::Project(project) => {
            let customers = &project.base.customers;
            let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
            let known = Known {
                customers,
                ranking: &Ranking::new(&values),
                exceptions: &by_index(customers, &model.exceptions),
            };
            sql::statement(lang, dialect, &model.plan, Some(known))
        }
    };
    statement.map_err(|why| {
        let why = match why {
            sql::NoStatement::NeedsCustomers => {
                "this way of sorting finds its limits in the customers: save the whole project, with \
                 customers, and give that file"
            }
            sql::NoStatement::MoreThanValue => {
                "this way of sorting looks at more than what customers bring, which one statement over \
                 sales cannot tell: use classify, or sort by value"
            }
        };
        Failure::Could(format!("{}: {why}", file.display()))
    })
}

/// A saved model or project.
pub(super) fn open(file: &Path) -> Outcome<Content> {
    let text = String::from_utf8_lossy(&load(file)?).into_owned();
    match open_any(&text) {
        Ok(opened) => Ok(opened.content),
        Err(why) => Err(Failure::Could(format!(
            "{}: {}",
            file.display(),
            saved::open_error(Lang::En, &why)
        ))),
    }
}

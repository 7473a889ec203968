//! Every figure of See for a sample company. They are those of tests/independent/see.py (pandas, numpy,
//! scipy, jenkspy), which reads the same file and sorts every draw.

use rusetti::domain::change::{Change, Course, Retention};
use rusetti::domain::fit::verdict::TRIED;
use rusetti::domain::fit::{DRAWS, Simulation, Spread, agreement, spread};
use rusetti::domain::money::Money;
use rusetti::domain::periods::{Basis, compare};
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Method, Rule, TierCuts};
use rusetti::domain::whale::Whale;
use rusetti::ingest::{ReadOptions, Reading, read};

fn sample() -> Reading {
    let bytes = std::fs::read("samples/packaging.en.csv").unwrap();
    read(&bytes, &ReadOptions::default(), &mut |_| true).unwrap()
}

fn cents(it: i128) -> Money {
    Money::from_ten_thousandths(it * 100)
}

#[test]
fn the_whale_curve_is_that_of_another_program() {
    let it = Whale::of(&sample().base.customers).unwrap();
    assert_eq!((it.earning(), it.costing(), it.unknown()), (97, 43, 8));
    assert_eq!(it.peak(), cents(65_746_761));
    assert_eq!(it.taken_back(), cents(-1_732_173));
}

#[test]
fn the_bridge_is_that_of_another_program_to_the_cent() {
    let periods = compare(&sample().base, Basis::Column).unwrap();
    let change = Change::of(&periods.pairs);
    let (before, now) = (cents(239_528_316), cents(240_983_101));
    assert_eq!((change.before, change.now), (before, now));
    for (course, customers, sum) in [
        (Course::Lost, 8, -3_471_370),
        (Course::Shrinking, 33, -13_823_414),
        (Course::Steady, 52, 542_159),
        (Course::Growing, 53, 17_874_970),
        (Course::New, 2, 332_440),
        (Course::Apart, 0, 0),
    ] {
        let found = change.part(course);
        assert_eq!(
            (found.customers, found.change),
            (customers, cents(sum)),
            "{course:?}"
        );
    }
    let kept = Retention::of(&periods.pairs);
    assert!((kept.net().unwrap() - 1.004_685_646_435_221_6).abs() < 1e-9);
    assert!((kept.gross().unwrap() - 0.923_449_205_061_834_9).abs() < 1e-9);
}

#[test]
fn stability_and_agreement_are_those_of_another_program() {
    let base = sample().base;
    let periods = compare(&base, Basis::Column).unwrap();
    let Spread::Found(spread, 138) = spread(periods.pairs) else {
        panic!("138 customers of both years tell it")
    };
    assert!((spread - 0.196_477_415_661_079_8).abs() < 1e-9, "{spread}");
    let values: Vec<Money> = base.customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let methods = TRIED.map(|tiers| Method::Share {
        cuts: TierCuts::usual(tiers),
        rule: Rule::Exclusive,
    });
    let mut simulation = Simulation::new(&ranking, &methods, spread);
    assert!(simulation.step(DRAWS));
    let wanted = [(0.930_078_571, 19), (0.946_85, 16), (0.979_957_143, 6)];
    for (found, (mean, borderline)) in simulation.finish().iter().zip(wanted) {
        // A draw on a limit may fall either way by the last place of a quantile.
        assert!((found.mean - mean).abs() < 1e-5, "{}", found.mean);
        assert_eq!(found.borderline, borderline);
    }
    let found = agreement(&ranking);
    assert_eq!((found.same, found.of), (78, 140));
}

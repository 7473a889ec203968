//! Tiers of a sample company by every method that limits, boxes, points or rules decide. Customers and
//! cents are those of tests/independent/sorting.py (pandas), which reads the same file.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Classes, Known, Method, Sorting, TierPlan};
use rusetti::ingest::{ReadOptions, read};

#[test]
fn every_tier_holds_the_customers_and_cents_of_another_program() {
    let bytes = std::fs::read("samples/packaging.en.csv").unwrap();
    let base = read(&bytes, &ReadOptions::default(), &mut |_| true)
        .unwrap()
        .base;
    let values: Vec<Money> = base.customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let typed = BTreeMap::new();
    let known = Known {
        customers: &base.customers,
        ranking: &ranking,
        typed: &typed,
    };
    for (method, wanted) in [
        (
            r#"{"method":"share","cuts":[6000,8500,9700],"rule":"exclusive"}"#,
            &[
                (10, 148_767_606),
                (24, 56_669_332),
                (43, 28_336_071),
                (63, 7_210_092),
            ][..],
        ),
        (
            r#"{"method":"customers","cuts":[2000,5000]}"#,
            &[(28, 196_959_454), (42, 34_542_842), (70, 9_480_805)],
        ),
        (
            r#"{"method":"amounts","limits":[1000000000,100000000,9600000]}"#,
            &[
                (5, 115_237_301),
                (36, 98_095_453),
                (67, 25_791_550),
                (32, 1_858_797),
            ],
        ),
        (
            r#"{"method":"matrix","matrix":{"cuts":[8000,9500],"boxes":[0,0,1,0,1,1,2,1,2],"tiers":3}}"#,
            &[(27, 128_041_681), (63, 104_809_493), (58, 8_131_927)],
        ),
        (
            r#"{"method":"matrix","matrix":{"cuts":[8000],"boxes":[0,1,2,3],"tiers":4}}"#,
            &[
                (7, 90_013_628),
                (19, 103_754_161),
                (39, 13_043_578),
                (83, 34_171_734),
            ],
        ),
        (
            r#"{"method":"score","score":{"weights":[
                {"measure":"revenue","percent":50,"scale":"rank"},
                {"measure":"growth","percent":30,"scale":"rank"},
                {"measure":"margin","percent":20,"scale":"rank"}],"limits":[70,45]}}"#,
            &[(31, 195_433_229), (51, 37_568_562), (66, 7_981_310)],
        ),
        (
            r#"{"method":"score","score":{"weights":[
                {"measure":"revenue","percent":60,"scale":"rank"},
                {"measure":"margin","percent":40,"scale":{"steps":[
                    {"limit":200000000,"points":100},{"limit":50000000,"points":60},
                    {"limit":0,"points":20}]}}],"limits":[80,50,30]}}"#,
            &[
                (10, 148_767_606),
                (34, 67_369_842),
                (47, 20_596_413),
                (57, 4_249_240),
            ],
        ),
        (
            r#"{"method":"rules","list":{"rest":2,"tiers":4,"rules":[
                {"tier":0,"all":[{"is":{"what":"industry","word":"food"}},
                                 {"at-least":{"what":"revenue","limit":200000000}}]},
                {"tier":1,"all":[{"is-not":{"what":"region","word":"Yorkshire"}},
                                 {"at-least":{"what":"growth","limit":100000}}]},
                {"tier":3,"all":[{"below":{"what":"margin","limit":0}}]}]}}"#,
            &[
                (5, 62_186_064),
                (37, 38_134_432),
                (74, 135_219_186),
                (32, 5_443_419),
            ],
        ),
    ] {
        let method: Method = serde_json::from_str(method).unwrap();
        let classes = Classes::new(&method, known).map(Arc::new);
        let plan = TierPlan {
            names: vec![String::new(); method.tiers()],
            method,
        };
        let sorting = Sorting::with(&ranking, &plan, classes.as_ref(), &BTreeMap::new());
        let tiers = sorting.tiers().iter();
        let found: Vec<_> = tiers.map(|it| (it.customers, it.value.cents())).collect();
        assert_eq!(found, wanted, "{:?}", plan.method.kind());
        // Those in no tier are the eight that bring nothing, where the order of value is cut.
        let apart = if plan.method.kind().is_by_value() {
            8
        } else {
            0
        };
        assert_eq!(sorting.apart(), (apart, Money::ZERO));
    }
}

//! Dividing a whole number so that the parts make the whole.

use std::cmp::Reverse;

/// `whole` in parts that stand to each other as `weights` do, as nearly as whole numbers can: each is its exact share rounded
/// down, and what is left goes one by one to those with the largest rests, the first of equals first (Hamilton's method).
/// None where there is something to divide and no weight.
#[must_use]
pub fn apportion(whole: u64, weights: &[u64]) -> Option<Vec<u64>> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if sum == 0 {
        return (whole == 0).then(|| vec![0; weights.len()]);
    }
    let products = weights
        .iter()
        .map(|weight| u128::from(*weight) * u128::from(whole));
    let (mut parts, rests): (Vec<u64>, Vec<u128>) = products
        .map(|product| {
            let part = u64::try_from(product / sum).expect("a part is not more than the whole");
            (part, product % sum)
        })
        .unzip();
    let left = whole - parts.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|slot| Reverse(rests[*slot]));
    // There are fewer left than rests that are not zero: who has no weight gets nothing.
    for (slot, _) in order.into_iter().zip(0..left) {
        parts[slot] += 1;
    }
    Some(parts)
}

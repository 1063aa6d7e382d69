//! miteinander: a city's meeting places and the safety of its public space.

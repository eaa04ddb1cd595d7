package org.equipoise.core.planning;

/** How far randomisation makes the arms alike. */
public enum Balance {
    /** Permuted blocks: as many patients of each arm as its share at every time. */
    BLOCKS,
    /** As many patients of each arm as its share in the end, in random order. */
    COMPLETE,
    /** Each patient by lot. */
    SIMPLE
}

package org.equipoise.simulator.report.markup;

/** What an element is made of. */
public sealed interface Content permits Attribute, Element, Words {}

package org.equipoise.simulator.cli;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** A report as a program sees it: reports are well-formed XML. */
record ParsedPage(Document document) {
    static ParsedPage of(String page) {
        try {
            String xml = page.replaceFirst("^<!DOCTYPE html>\n", "");
            return new ParsedPage(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }

    List<Element> all(String name) {
        return in(document.getDocumentElement(), name);
    }

    static List<Element> in(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<String> texts(String name) {
        return all(name).stream().map(Element::getTextContent).toList();
    }

    /** Names of the charts. */
    List<String> figures() {
        return all("figure").stream().map(figure -> figure.getAttribute("id")).toList();
    }

    /** The cell beside a heading of a row; empty where there is none. */
    String beside(String heading) {
        return all("tr").stream()
                .filter(row -> row.getFirstChild().getTextContent().equals(heading))
                .map(row -> row.getLastChild().getTextContent())
                .findFirst()
                .orElse("");
    }

    /** What stands at a dotted key; no part of it may hold a dot. */
    static JsonNode at(JsonNode json, String key) {
        JsonNode node = json;
        for (String part : key.split("\\.", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(part)) : node.path(part);
        }
        return node;
    }
}

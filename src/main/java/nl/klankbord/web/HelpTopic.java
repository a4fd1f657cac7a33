// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the help has a few words about; a page belongs to the first one that its address fits. */
public enum HelpTopic {
    WORK("/|/login|/me.*"),
    PROFILE("/profile.*|/people/.*"),
    TEXTS("/texts.*"),
    STEPS("/steps.*|/dilemmas/[^/]+/steps.*"),
    CONTACTS("/contacts.*"),
    GUEST("/guest.*"),
    MUNICIPALITY("/municipality.*"),
    ADMINISTRATION("/administration.*"),
    PEOPLE("/programmes/[^/]+/people.*"),
    PLANNING("/programmes/[^/]+/(methods.*|rounds/new)|/rounds/[^/]+/timetable"),
    BOARD("/programmes/[^/]+/(board|rotation).*"),
    HARVEST("/(programmes|dilemmas)/[^/]+/harvest.*|/patterns.*|/lessons/[^/]+/edit"),
    PROGRAMME("/programmes.*"),
    MATCHING("/rounds/[^/]+/matching.*"),
    INTAKE("/rounds/[^/]+/dilemmas/new|/dilemmas/[^/]+/(edit|restatement|again).*|/dilemma-suggestions.*"),
    ROUND("/rounds.*"),
    REFLECTION("/dilemmas/[^/]+/reflection.*"),
    SESSION("/dilemmas/[^/]+/session.*|/sessions.*"),
    DILEMMA("/dilemmas.*|/contributions.*"),
    LIBRARY("/library.*|/search.*|/lessons.*");

    private final Pattern pages;

    HelpTopic(String pages) {
        this.pages = Pattern.compile(pages);
    }

    /** Where the help of a page stands; for what belongs nowhere: whom to ask. */
    public static String link(String path) {
        return "/help#" + Arrays.stream(values()).filter(topic -> topic.pages.matcher(path).matches()).findFirst().map(HelpTopic::getAnchor).orElse("ask");
    }

    public String getAnchor() {
        return "page-" + name().toLowerCase(Locale.ROOT);
    }
}

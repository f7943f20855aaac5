package cn.zhengqi.local;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one person has to be told of loans, held against their inbox message by message: each occasion of each application as often as it was, and no message twice. One
 * that is lost is not made good by another that is doubled.
 */
final class Tellings {

    private static final int PAGE = 200;

    /** @param loan the last part of its link */
    record Message(String loan, String title, String body) {}

    private record Occasion(String loan, String title) {}

    private final Map<Occasion, Integer> owed = new HashMap<>();
    private final Set<String> loans = new HashSet<>();

    /** @param titles of what has to be told of this application, one for each time; of one that is not named here nothing is held */
    void owe(String loan, List<String> titles) {
        loans.add(loan);
        titles.forEach(title -> owed.merge(new Occasion(loan, title), 1, Integer::sum));
    }

    /** Whether something is still to come. */
    boolean lacks(List<Message> inbox) {
        var told = told(inbox);
        return owed.entrySet().stream().anyMatch(one -> told.getOrDefault(one.getKey(), 0) < one.getValue());
    }

    /** @return what was not told, told too often, told twice in the same words or told without occasion; empty when all is as it has to be */
    List<String> complaints(List<Message> inbox) {
        var complaints = new ArrayList<String>();
        var told = told(inbox);
        var occasions = new HashSet<>(owed.keySet());
        occasions.addAll(told.keySet());
        for (var occasion : occasions) {
            int due = owed.getOrDefault(occasion, 0);
            int found = told.getOrDefault(occasion, 0);
            if (found != due) {
                complaints.add("told “%s” %d times instead of %d".formatted(occasion.title(), found, due));
            }
        }
        var seen = new HashSet<Message>();
        ours(inbox).stream()
                .filter(message -> !seen.add(message))
                .forEach(message -> complaints.add("told “%s” twice in the same words".formatted(message.title())));
        return complaints;
    }

    private Map<Occasion, Integer> told(List<Message> inbox) {
        var told = new HashMap<Occasion, Integer>();
        ours(inbox).forEach(message -> told.merge(new Occasion(message.loan(), message.title()), 1, Integer::sum));
        return told;
    }

    private List<Message> ours(List<Message> inbox) {
        return inbox.stream().filter(message -> loans.contains(message.loan())).toList();
    }

    /** What somebody was told of finance since a moment; by its id, because a page shifts when something comes in. */
    static List<Message> inbox(PatientPerson person, Instant since) {
        var found = new TreeMap<String, Message>();
        for (int page = 1; ; page++) {
            var answer = person.get("/api/message/my/messages?kind=FINANCE&size=" + PAGE + "&page=" + page);
            var items = answer.path("items");
            items.forEach(item -> found.put(
                    item.path("id").asString(),
                    new Message(
                            last(item.path("link").asString("")),
                            item.path("title").asString(),
                            item.path("body").asString())));
            if (items.size() < PAGE
                    || isBefore(items.get(items.size() - 1).path("createdAt").asString(), since)) {
                return List.copyOf(found.values());
            }
        }
    }

    private static boolean isBefore(String time, Instant since) {
        return OffsetDateTime.parse(time).toInstant().isBefore(since);
    }

    /** Of a link that says which enterprise it is of as well: {@code /my/applications/ID?of=ENTERPRISE}. */
    static String last(String link) {
        String path = link.split("\\?", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

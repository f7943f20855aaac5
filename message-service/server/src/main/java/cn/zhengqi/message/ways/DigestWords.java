package cn.zhengqi.message.ways;

import cn.zhengqi.message.api.MessageKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a digest says in the few characters that its way has: how many of each kind first, then the newest of them by name, as long as there is room. */
final class DigestWords {

    private static final String BEGIN = "每日汇总：";

    /** Less of a name says nothing. */
    private static final int SHORTEST_NAME = 5;

    private DigestWords() {}

    /** @param unread at least one, in any order */
    static String within(int most, List<OuterNotice> unread) {
        Map<MessageKind, Long> counts = unread.stream()
                .collect(Collectors.groupingBy(
                        OuterNotice::kind, () -> new EnumMap<>(MessageKind.class), Collectors.counting()));
        String words = counts.entrySet().stream()
                .map(one -> one.getKey().label() + " " + one.getValue())
                .collect(Collectors.joining("、", BEGIN, " 条未读"));
        return words.length() > most ? BEGIN + unread.size() + " 条未读消息" : withNames(words, most, unread);
    }

    private static String withNames(String words, int most, List<OuterNotice> unread) {
        List<String> newest = unread.stream()
                .sorted(Comparator.comparing(OuterNotice::at).reversed())
                .map(DigestWords::name)
                .distinct()
                .toList();
        StringBuilder all = new StringBuilder(words);
        for (int i = 0; i < newest.size(); i++) {
            String name = newest.get(i);
            int room = most - all.length() - 1;
            if (name.length() > room && room < SHORTEST_NAME) {
                break;
            }
            all.append(i == 0 ? "：" : "；");
            all.append(name.length() <= room ? name : cut(name, room - 1) + "…");
        }
        return all.toString();
    }

    /** No letter that is two characters is halved. */
    private static String cut(String name, int length) {
        return name.substring(0, Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length);
    }

    /** By the shortest of its words: which of them there are depends on its ways. */
    private static String name(OuterNotice notice) {
        return Stream.of(notice.weChat(), notice.subscription(), notice.sms())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(String::length))
                .orElseThrow();
    }
}

package cn.zhengqi.ops.audit;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Chrome · Windows" of what a client says of itself; what is not known stays as it came, up to forty characters. */
final class ClientName {

    private static final int LONGEST = 40;
    private static final List<Entry<String, String>> BROWSERS = List.of(
            Map.entry("MicroMessenger", "微信"),
            Map.entry("Edg/", "Edge"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));
    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iOS"),
            Map.entry("Android", "Android"),
            Map.entry("HarmonyOS", "HarmonyOS"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private ClientName() {}

    static String of(String userAgent) {
        String name = Stream.of(BROWSERS, SYSTEMS)
                .map(names -> names.stream()
                        .filter(one -> userAgent.contains(one.getKey()))
                        .map(Entry::getValue)
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? userAgent.substring(0, Math.min(LONGEST, userAgent.length())) : name;
    }
}

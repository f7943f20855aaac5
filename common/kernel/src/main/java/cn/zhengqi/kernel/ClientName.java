package cn.zhengqi.kernel;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Chrome · Windows" of the {@code User-Agent} with which a client names itself. */
public final class ClientName {

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

    /** What is not known stays as it came, up to forty characters. */
    public static String of(String userAgent) {
        return known(userAgent).orElseGet(() -> userAgent.substring(0, Math.min(LONGEST, userAgent.length())));
    }

    /** Empty where neither browser nor system is one that people know by name. */
    public static Optional<String> known(String userAgent) {
        String name = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> names.stream()
                        .filter(one -> userAgent.contains(one.getKey()))
                        .map(Entry::getValue)
                        .limit(1))
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}

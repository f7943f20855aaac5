package cn.zhengqi.events;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events that carry more than every service of the platform may know, from {@code zhengqi.events}.
 *
 * @param confidedTo by type of the event the one service that reads it in the log; the log has all others for everybody
 */
@ConfigurationProperties("zhengqi.events")
record EventConfidences(@DefaultValue Map<String, String> confidedTo) {

    /** Types that this service does not get to read. */
    Set<String> withheldFrom(String service) {
        return confidedTo.entrySet().stream()
                .filter(confided -> !confided.getValue().equals(service))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}

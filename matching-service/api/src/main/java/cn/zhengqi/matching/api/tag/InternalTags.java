package cn.zhengqi.matching.api.tag;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For message-service, whose audience may be the enterprises with a tag or of a size. */
@FeignClient(name = "matching-service", contextId = "internal-tags")
public interface InternalTags {

    int MOST_TAGS = 20;

    int MOST_ENTERPRISES = 2_000;

    /**
     * A tag of enterprises as it is called now.
     *
     * @param retired it is in use no more: nobody may choose it anew
     */
    record NamedTag(UUID id, String name, boolean retired) {}

    /** Of these, those that are tags of enterprises. @param tags at most {@value #MOST_TAGS} */
    @PostMapping("/internal/tags/named")
    List<NamedTag> named(@RequestBody Set<UUID> tags);

    /**
     * What is asked of some enterprises: any of the tags, and any of the sizes.
     *
     * @param tags at most {@value #MOST_TAGS}; empty: the tags do not matter
     * @param sizes empty: the size does not matter
     * @param enterprises at most {@value #MOST_ENTERPRISES}
     */
    record Question(Set<UUID> tags, Set<EnterpriseSize> sizes, Set<UUID> enterprises) {}

    /**
     * Those for whom it is so today, without tax data. Who wants no recommendations by their profile has by it neither a tag nor a size; a tag that was set by
     * hand is theirs all the same. One that is retired is still asked for by who chose it before.
     */
    @PostMapping("/internal/tags/holders")
    Set<UUID> holders(@RequestBody Question question);
}

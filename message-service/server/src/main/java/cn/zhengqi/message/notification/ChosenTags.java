package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.tag.InternalTags.NamedTag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags by which an audience was chosen, by the names that they had then. */
public record ChosenTags(List<ChosenTag> tags) {

    static final ChosenTags NONE = new ChosenTags(List.of());

    public record ChosenTag(UUID id, String name) {}

    /**
     * @param asked each once, in the order in which they were chosen
     * @param known what there is of them in the library
     * @throws ProblemException VALIDATION_FAILED for one that is retired, and for one that there is not
     */
    static ChosenTags of(List<UUID> asked, List<NamedTag> known) {
        Map<UUID, NamedTag> byId = known.stream().collect(Collectors.toMap(NamedTag::id, Function.identity()));
        return new ChosenTags(
                asked.stream().distinct().map(id -> chosen(id, byId)).toList());
    }

    private static ChosenTag chosen(UUID id, Map<UUID, NamedTag> known) {
        NamedTag tag = known.get(id);
        if (tag == null) {
            throw ProblemException.validation("audience.tags", "TAG_UNKNOWN", "选择的标签已不在标签库中，请重新选择");
        }
        if (tag.retired()) {
            throw ProblemException.validation("audience.tags", "TAG_RETIRED", "标签“" + tag.name() + "”已停用，请改选其他标签");
        }
        return new ChosenTag(id, tag.name());
    }
}

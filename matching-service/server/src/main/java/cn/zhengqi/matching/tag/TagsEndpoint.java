package cn.zhengqi.matching.tag;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.tag.InternalTags;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("message-service")
class TagsEndpoint implements InternalTags {

    private final TaggedCircle circle;

    TagsEndpoint(TaggedCircle circle) {
        this.circle = circle;
    }

    @Override
    @PostMapping("/internal/tags/named")
    public List<NamedTag> named(@RequestBody Set<UUID> tags) {
        require("tags", tags, MOST_TAGS, "个标签");
        return circle.named(tags);
    }

    @Override
    @PostMapping("/internal/tags/holders")
    public Set<UUID> holders(@RequestBody Question question) {
        require("tags", question.tags(), MOST_TAGS, "个标签");
        require("enterprises", question.enterprises(), MOST_ENTERPRISES, "家企业");
        return circle.holders(question);
    }

    private static void require(String field, Set<UUID> some, int most, String what) {
        if (some.size() > most) {
            throw ProblemException.validation(field, "SIZE", "一次最多 " + most + " " + what);
        }
    }
}

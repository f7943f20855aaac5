package cn.zhengqi.message.template;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.template.TemplateStore.Changed;
import cn.zhengqi.message.ways.Terms;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which kinds of notices somebody may get, and by which ways they go as operators have set them. */
@Component
public class Offers {

    private static final Set<NoticeGroup> TO_ANYBODY = EnumSet.of(NoticeGroup.ACCOUNT, NoticeGroup.OPEN_API);

    private final NoticeCatalogue catalogue;
    private final TemplateStore store;
    private final Templates templates;

    Offers(NoticeCatalogue catalogue, TemplateStore store, Templates templates) {
        this.catalogue = catalogue;
        this.store = store;
        this.templates = templates;
    }

    /**
     * One kind.
     *
     * @param group null: of what operators write themselves
     * @param ways besides the inbox
     * @param because why nobody may switch it off; null: operators may
     */
    public record Offer(
            @Nullable NoticeGroup group,
            String name,
            Set<PushChannel> ways,
            Terms terms,
            @Nullable String because) {}

    /** In the order in which they are shown; without those that go to nobody. */
    public List<Offer> to(UserType type) {
        Map<String, Changed> changed = store.all();
        return catalogue.all().stream()
                .filter(kind ->
                        kind.isToDesks() ? type.isStaff() : !type.isStaff() || TO_ANYBODY.contains(kind.group()))
                .filter(kind -> !changed.containsKey(kind.code())
                        || changed.get(kind.code()).enabled())
                .map(kind -> offer(kind, changed.get(kind.code())))
                .toList();
    }

    private Offer offer(NoticeKind<?> kind, @Nullable Changed changed) {
        Set<PushChannel> ways = EnumSet.noneOf(PushChannel.class);
        ways.addAll(templates.inForce(kind, changed).ways());
        ways.remove(PushChannel.IN_SITE);
        return new Offer(kind.group(), kind.name(), ways, kind.terms(), kind.mandatory());
    }
}

package cn.zhengqi.matching.dictionary;

import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.policy.api.InternalFactUses.Kind;
import cn.zhengqi.policy.api.InternalFactUses.Use;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Where policy-service names a fact besides in what it published. Asked before a connection is held; while it does not answer, what depends on it is not done. */
@Component
class UsesElsewhere {

    private static final int MOST_NAMED = 5;

    /** Alone: beside it lie interfaces that this service does not ask. */
    @Configuration(proxyBeanMethods = false)
    @EnableFeignClients(clients = InternalFactUses.class)
    static class Asked {}

    private final InternalFactUses policies;

    UsesElsewhere(InternalFactUses policies) {
        this.policies = policies;
    }

    /** In words, a kind each; none where nothing names it. */
    List<String> of(String fact) {
        List<Use> uses = policies.uses(fact);
        return Stream.of(Kind.values())
                .flatMap(kind -> told(
                        kind, uses.stream().filter(use -> use.kind() == kind).toList())
                        .stream())
                .toList();
    }

    private static List<String> told(Kind kind, List<Use> uses) {
        return uses.isEmpty()
                ? List.of()
                : List.of(label(kind)
                        + uses.stream()
                                .limit(MOST_NAMED)
                                .map(use -> "“" + use.title() + "”")
                                .collect(Collectors.joining())
                        + (uses.size() > MOST_NAMED ? "等 " + uses.size() + " 个" : ""));
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case DRAFT -> "政策草稿";
            case DECLARATION_PROJECT -> "申报项目";
            case REDEMPTION_PROJECT -> "兑付项目";
        };
    }
}

package cn.zhengqi.message.notification;

import cn.zhengqi.auth.api.InternalReach;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.audience.Circles;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.audience.Holders;
import cn.zhengqi.message.audience.Meant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts an audience before anything is sent: people here, who of them has WeChat or a phone by asking auth-service. */
@Component
class Reach {

    private static final Logger log = LoggerFactory.getLogger(Reach.class);

    /** So that a count while somebody types asks auth-service only a few times. */
    private static final int MOST_ASKED = 20_000;

    private final Circles circles;
    private final Holders holders;
    private final InternalReach accounts;
    private final NotificationSettings settings;

    Reach(Circles circles, Holders holders, InternalReach accounts, NotificationSettings settings) {
        this.circles = circles;
        this.holders = holders;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** @throws ProblemException TAGS_UNANSWERED */
    Reached of(Conditions conditions) {
        Meant meant = holders.meant(conditions);
        long people = circles.count(meant);
        boolean needsApproval = people > settings.approvalAbove();
        if (people > MOST_ASKED) {
            return new Reached(people, null, null, needsApproval);
        }
        List<UUID> all = circles.some(meant, MOST_ASKED);
        long weChat = 0;
        long phone = 0;
        try {
            for (int from = 0; from < all.size(); from += InternalReach.MOST_ACCOUNTS) {
                int to = Math.min(all.size(), from + InternalReach.MOST_ACCOUNTS);
                InternalReach.Ways ways = accounts.ways(new HashSet<>(all.subList(from, to)));
                weChat += ways.weChat();
                phone += ways.phone();
            }
        } catch (RuntimeException failure) {
            log.warn("Nobody says who has WeChat or a phone: {}", failure.toString());
            return new Reached(people, null, null, needsApproval);
        }
        return new Reached(people, weChat, phone, needsApproval);
    }
}

package cn.zhengqi.message.notification;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications somebody comes to and whom they may tell: the platform's operators all; others what their institution and those below it
 * wrote, the people of these, and the enterprises of the towns among them.
 *
 * @param enterprises whose tags and sizes they may know of
 * @param tags whether they may know of tags at all
 * @param profiles whether they may know what enterprises say of themselves, of which the size follows
 * @param applications of which banks they may know who applied to them
 */
record Bounds(
        boolean everything,
        Territory territory,
        DataScope enterprises,
        boolean tags,
        boolean profiles,
        DataScope applications) {

    static Bounds of(CurrentUser user) {
        return new Bounds(
                user.userType() == UserType.OPERATOR,
                user.territory(),
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()),
                user.has(MessagePermissions.READ_TAGS),
                user.has(MessagePermissions.READ_ENTERPRISES),
                user.has(MessagePermissions.HANDLE_APPLICATIONS) || user.has(MessagePermissions.READ_ALL_APPLICATIONS)
                        ? DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId())
                        : DataScope.none());
    }

    /** Whose a notification is that is written within them; null: the platform's. */
    @Nullable
    UUID institution() {
        return everything ? null : territory.own();
    }

    boolean include(@Nullable UUID institution) {
        return everything || (institution != null && territory.institutions().contains(institution));
    }

    LambdaQueryWrapper<Notification> narrow(LambdaQueryWrapper<Notification> query) {
        if (everything) {
            return query;
        }
        return territory.institutions().isEmpty()
                ? query.apply("false")
                : query.in(Notification::getInstitutionId, territory.institutions());
    }

    /** The towns in which enterprises may be told; null: all. */
    @Nullable
    Collection<String> towns() {
        return everything ? null : territory.towns();
    }

    /**
     * What is asked for, with no one beyond: what is left open is filled with what lies within.
     *
     * @throws ProblemException VALIDATION_FAILED for people whom no institution may tell, and for towns and institutions that lie beyond
     */
    Conditions within(Conditions asked) {
        Conditions lying = lyingWithin(asked);
        if (lying.asksForApplicants()) {
            applicantsWithin(lying);
        }
        return lying.asksForHolders() ? knownWithin(lying) : lying;
    }

    private Conditions lyingWithin(Conditions asked) {
        if (everything) {
            return asked;
        }
        return switch (asked.target()) {
            case ACCOUNTS -> throw beyond("target", "机构只能通知本机构人员和所辖镇街的企业，不能通知全部账号");
            case ENTERPRISES -> {
                if (territory.towns().isEmpty()) {
                    yield asked.ofBanks(ownApplicants(asked));
                }
                yield asked.ofTowns(some(asked.towns(), territory.towns(), "towns", "只能选择本机构所辖的镇街"));
            }
            case INSTITUTIONS ->
                asked.ofInstitutions(
                        some(asked.institutions(), territory.institutions(), "institutions", "只能选择本机构及下级机构"));
        };
    }

    /** A bank has no towns: it tells the enterprises that applied to it, or to a branch of it. */
    private List<UUID> ownApplicants(Conditions asked) {
        List<UUID> own = applications.institutions().stream()
                .filter(territory.institutions()::contains)
                .toList();
        if (own.isEmpty()) {
            throw beyond("target", "本机构没有所辖镇街，只能通知本机构人员");
        }
        UUID itself = territory.own();
        // Who applied to a bank has applied to all of it: its branches, of which there may be many, need not be named.
        return asked.banks().isEmpty() && itself != null && own.contains(itself)
                ? List.of(itself)
                : some(asked.banks(), own, "banks", "只能选择本机构及下级机构");
    }

    /** Who may not read applications learns of none by a count of applicants. */
    private void applicantsWithin(Conditions asked) {
        if (!applications.everything() && !applications.institutions().containsAll(asked.banks())) {
            throw beyond("banks", "您的数据权限内没有这些机构的融资申请，不能按申请选择接收人");
        }
    }

    /** A count by tag or size tells which enterprises have it: nobody learns so what they may not read. */
    private Conditions knownWithin(Conditions asked) {
        if (!asked.tags().isEmpty() && !tags) {
            throw beyond("tags", "您没有查看企业标签的权限，不能按标签选择接收人");
        }
        if (!asked.sizes().isEmpty() && !profiles) {
            throw beyond("sizes", "您没有查看企业信息的权限，不能按规模选择接收人");
        }
        if (enterprises.everything()) {
            return asked;
        }
        if (enterprises.towns().isEmpty()) {
            throw beyond(asked.tags().isEmpty() ? "sizes" : "tags", "您的数据权限内没有镇街，不能按标签或规模选择接收人");
        }
        return asked.ofTowns(some(asked.towns(), enterprises.towns(), "towns", "按标签或规模选择时，只能选择您数据权限内的镇街"));
    }

    NotificationContent within(NotificationContent content) {
        return content.to(within(content.audience()));
    }

    private static <T extends Comparable<? super T>> List<T> some(
            List<T> asked, Collection<T> within, String field, String beyond) {
        if (!within.containsAll(asked)) {
            throw beyond(field, beyond);
        }
        return asked.isEmpty() ? within.stream().sorted().toList() : asked;
    }

    private static ProblemException beyond(String field, String words) {
        return ProblemException.validation("audience." + field, "OUT_OF_SCOPE", words);
    }
}

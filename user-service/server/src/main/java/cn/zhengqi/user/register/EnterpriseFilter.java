package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.Sensitive;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises a list of the console shows, and in which order.
 *
 * @param q part of the name, name of the legal representative where the caller may know it, or a whole unified social credit code
 * @param legalRep whole name of the legal representative
 * @param industry section letter of GB/T 4754, or the beginning of a code
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
public record EnterpriseFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE},
                field = UserFields.LEGAL_REP)
        @Nullable
        @Size(max = 100, message = "姓名不超过 100 字")
        String legalRep,

        @Nullable String townCode,
        @Nullable String industry,
        @Nullable EnterpriseStatus status,
        @Nullable Boolean demo,
        @Nullable Boolean certified,
        @Nullable String sort) {

    private static final Map<String, SFunction<Enterprise, ?>> SORTABLE = Map.of(
            "name", Enterprise::getName,
            "uscc", Enterprise::getUscc,
            "registeredCapital", Enterprise::getRegisteredCapital,
            "establishedOn", Enterprise::getEstablishedOn,
            "registeredAt", Enterprise::getRegisteredAt);

    /**
     * @param user who asks: nothing is found by what is hidden from them or covered
     * @param scope what they may see
     */
    LambdaQueryWrapper<Enterprise> query(CurrentUser user, DataScope scope) {
        LambdaQueryWrapper<Enterprise> query = EnterpriseMapper.SCOPED.within(scope, new LambdaQueryWrapper<>());
        if (q != null && !q.isBlank()) {
            String text = q.strip();
            Optional<Uscc> uscc = Uscc.tryParse(text);
            if (uscc.isPresent()) {
                query.eq(Enterprise::getUscc, uscc.get().value());
            } else if (FieldRules.covers(user, UserFields.LEGAL_REP)) {
                query.apply("name ilike {0}", LikePattern.containing(text));
            } else {
                query.and(either -> either.apply("name ilike {0}", LikePattern.containing(text))
                        .or()
                        .eq(Enterprise::getLegalRep, text));
            }
        }
        query.eq(
                legalRep != null && !legalRep.isBlank(),
                Enterprise::getLegalRep,
                legalRep == null ? null : legalRep.strip());
        if (industry != null && !industry.isBlank()) {
            if (industry.length() == 1) {
                query.eq(Enterprise::getSection, industry);
            } else {
                query.apply("industry_code like {0}", LikePattern.startingWith(industry));
            }
        }
        query.eq(townCode != null && !townCode.isBlank(), Enterprise::getTownCode, townCode);
        query.eq(status != null, Enterprise::getStatus, status);
        query.eq(demo != null, Enterprise::isDemo, demo);
        query.isNotNull(Boolean.TRUE.equals(certified), Enterprise::getCertifiedAt);
        query.isNull(Boolean.FALSE.equals(certified), Enterprise::getCertifiedAt);
        return order(query);
    }

    private LambdaQueryWrapper<Enterprise> order(LambdaQueryWrapper<Enterprise> query) {
        Sort<SFunction<Enterprise, ?>> order = Sort.parse(sort, SORTABLE);
        return (order == null
                        ? query.orderByDesc(Enterprise::getRegisteredAt)
                        : query.orderBy(true, order.ascending(), order.by()))
                .orderByAsc(Enterprise::getId);
    }
}

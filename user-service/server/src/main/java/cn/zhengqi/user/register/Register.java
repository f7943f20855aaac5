package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.RegisterEntryChanged;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enterprise register of the district. */
@Component
public class Register {

    static final int MOST_HITS = 20;

    private final EnterpriseMapper enterprises;
    private final ReferenceData reference;
    private final Outbox outbox;
    private final AuditTrail audit;

    Register(EnterpriseMapper enterprises, ReferenceData reference, Outbox outbox, AuditTrail audit) {
        this.enterprises = enterprises;
        this.reference = reference;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Adds an enterprise and tells the others. */
    @Transactional
    public void add(Enterprise enterprise) {
        enterprises.insert(enterprise);
        outbox.publishAll(List.of(
                new Outbox.Fact(registered(enterprise), enterprise.getVersion(), enterprise.getRegisteredAt()),
                new Outbox.Fact(
                        new RegisterEntryChanged(record(enterprise)),
                        enterprise.getVersion(),
                        enterprise.getRegisteredAt())));
    }

    /**
     * Marks it as holding an enterprise code.
     *
     * @return false when that code is known to be revoked
     */
    @Transactional
    public boolean certify(UUID id, Instant at) {
        Enterprise enterprise = enterprise(id);
        boolean counts = enterprise.certify(at);
        enterprises.update(enterprise);
        return counts;
    }

    /**
     * Marks it as no longer holding the code that was revoked. Whoever comes in by an invitation at the same moment waits for it, or it for them.
     *
     * @return since when it holds a later code; null: it holds none
     */
    @Transactional
    public @Nullable Instant revokeCode(UUID id, Instant at) {
        Enterprise enterprise = enterprise(id);
        enterprise.revokeCode(at);
        enterprises.update(enterprise);
        return enterprise.getCertifiedAt();
    }

    /**
     * Says in which park it lies.
     *
     * @param parkCode null: in none
     */
    @Transactional
    void settle(UUID id, @Nullable String parkCode, DataScope scope) {
        if (parkCode != null && !reference.hasPark(parkCode)) {
            throw ProblemException.validation("parkCode", "UNKNOWN", "没有这个园区，或园区已停用");
        }
        Enterprise enterprise = enterprise(id, scope);
        Settled before = settled(enterprise);
        enterprise.settleIn(parkCode);
        enterprises.update(enterprise);
        audit.changed(UserAction.ENTERPRISE_PARK_SET, id, enterprise.getName(), before, settled(enterprise));
    }

    /** Of where it lies, what goes on record. */
    private record Settled(@Nullable String park) {}

    private Settled settled(Enterprise enterprise) {
        String park = enterprise.getParkCode();
        return new Settled(park == null ? null : reference.parkName(park));
    }

    /** The enterprises closest to what was typed, shortest name first; at most {@value #MOST_HITS}. */
    @Transactional(readOnly = true)
    List<EnterpriseHit> search(SearchTerm term) {
        LambdaQueryWrapper<Enterprise> query = new LambdaQueryWrapper<>();
        switch (term) {
            case SearchTerm.Code(var uscc) -> query.eq(Enterprise::getUscc, uscc.value());
            case SearchTerm.NameParts(var parts) ->
                parts.forEach(part -> query.apply("name ilike {0}", LikePattern.containing(part)));
        }
        query.last("order by char_length(name), name limit " + MOST_HITS);
        return enterprises.selectList(query).stream().map(this::hit).toList();
    }

    /** The name under which a code is registered; empty where the register of the district has none. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(Uscc uscc) {
        return Optional.ofNullable(enterprises.selectOne(
                        new LambdaQueryWrapper<Enterprise>().eq(Enterprise::getUscc, uscc.value())))
                .map(Enterprise::getName);
    }

    @Transactional(readOnly = true)
    Page<EnterpriseRow> list(EnterpriseFilter filter, CurrentUser user, DataScope scope, PageRequest page) {
        return enterprises.page(filter.query(user, scope), page).map(this::row);
    }

    /** Hands over every enterprise of a list, one by one, in constant memory. */
    @Transactional(readOnly = true)
    void each(EnterpriseFilter filter, CurrentUser user, DataScope scope, Consumer<EnterpriseRow> receiver) {
        enterprises.each(filter.query(user, scope), enterprise -> receiver.accept(row(enterprise)));
    }

    @Transactional(readOnly = true)
    long count(EnterpriseFilter filter, CurrentUser user, DataScope scope) {
        return enterprises.count(filter.query(user, scope));
    }

    @Transactional
    public EnterpriseDetail detail(UUID id) {
        return detail(enterprise(id));
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope */
    @Transactional
    EnterpriseDetail detail(UUID id, DataScope scope) {
        return detail(enterprise(id, scope));
    }

    @Transactional
    EnterpriseRecord record(UUID id) {
        return record(enterprise(id));
    }

    private Enterprise enterprise(UUID id) {
        return enterprise(id, DataScope.all());
    }

    private Enterprise enterprise(UUID id, DataScope scope) {
        return enterprises.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("企业不存在"));
    }

    private EnterpriseRegistered registered(Enterprise e) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("entityType", e.getEntityType());
        facts.put("established", e.getEstablishedOn().toString());
        facts.put("industryCode", e.getIndustryCode());
        facts.put("regionCode", e.getRegionCode());
        return new EnterpriseRegistered(
                e.getId(),
                e.getUscc(),
                e.getName(),
                e.getEntityType(),
                e.getRegisteredCapital(),
                e.getEstablishedOn(),
                e.getIndustryCode(),
                reference.industryName(e.getIndustryCode()),
                e.getTownCode(),
                reference.townName(e.getTownCode()),
                e.getRegionCode(),
                e.getStatus(),
                e.isDemo(),
                e.getRegisteredAt(),
                facts);
    }

    private EnterpriseHit hit(Enterprise e) {
        return new EnterpriseHit(
                e.getId(),
                e.getName(),
                e.getUscc(),
                reference.townName(e.getTownCode()),
                reference.industryName(e.getIndustryCode()),
                e.getLegalRep(),
                e.getStatus(),
                e.isDemo(),
                e.getCertifiedAt() != null);
    }

    private EnterpriseRow row(Enterprise e) {
        return new EnterpriseRow(
                e.getId(),
                e.getUscc(),
                e.getName(),
                e.getEntityType(),
                e.getLegalRep(),
                e.getRegisteredCapital(),
                e.getEstablishedOn(),
                e.getIndustryCode(),
                reference.industryName(e.getIndustryCode()),
                e.getTownCode(),
                reference.townName(e.getTownCode()),
                e.getStatus(),
                e.isDemo(),
                e.getCertifiedAt() != null,
                BusinessTime.at(e.getRegisteredAt()));
    }

    private EnterpriseDetail detail(Enterprise e) {
        return new EnterpriseDetail(
                e.getId(),
                e.getUscc(),
                e.getName(),
                e.getLegalRep(),
                e.getRegisteredCapital(),
                e.getEstablishedOn(),
                e.getIndustryCode(),
                reference.industryName(e.getIndustryCode()),
                e.getTownCode(),
                reference.townName(e.getTownCode()),
                e.getParkCode(),
                e.getParkCode() == null ? null : reference.parkName(e.getParkCode()),
                e.getRegionCode(),
                e.getAddress(),
                e.getStatus(),
                e.getEntityType(),
                e.isDemo(),
                e.getCertifiedAt() != null,
                BusinessTime.at(e.getRegisteredAt()),
                e.getDetails().shareholders(),
                e.getDetails().investments(),
                e.getDetails().assets(),
                e.getDetails().judicial());
    }

    private EnterpriseRecord record(Enterprise e) {
        return new EnterpriseRecord(
                e.getId(),
                e.getUscc(),
                e.getName(),
                e.getEntityType(),
                e.getLegalRep(),
                e.getRegisteredCapital(),
                e.getEstablishedOn(),
                e.getIndustryCode(),
                reference.industryName(e.getIndustryCode()),
                e.getTownCode(),
                reference.townName(e.getTownCode()),
                e.getRegionCode(),
                e.getAddress(),
                e.getStatus(),
                e.isDemo(),
                e.getDetails().shareholders(),
                e.getDetails().investments(),
                e.getDetails().assets(),
                e.getDetails().judicial());
    }
}

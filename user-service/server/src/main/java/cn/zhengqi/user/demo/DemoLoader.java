package cn.zhengqi.user.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.reference.ReferenceRevision;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.user.register.RegisterDetails;
import cn.zhengqi.user.register.RegisterEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Demo enterprises, branches of a bank, and the people who belong to them and to the institutions. Loads all or nothing, and once. */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final Register register;
    private final Memberships memberships;
    private final ReferenceData reference;
    private final ReferenceRevision revision;
    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;

    DemoLoader(
            Register register,
            Memberships memberships,
            ReferenceData reference,
            ReferenceRevision revision,
            JdbcClient jdbc,
            OnceLoader once,
            Clock clock) {
        this.register = register;
        this.memberships = memberships;
        this.reference = reference;
        this.revision = revision;
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // First, and seen by all before their people join them.
        once.once("demo branches", this::isLoaded, this::loadBranches);
        reference.refresh();
        once.once("demo", this::isLoaded, () -> load(clock.instant()));
    }

    private boolean isLoaded() {
        return jdbc.sql("select exists (select 1 from enterprise where demo)")
                .query(Boolean.class)
                .single();
    }

    private void loadBranches() {
        revision.raise();
        for (String line : DemoFiles.branches()) {
            DemoBranch branch = Json.MAPPER.readValue(line, DemoBranch.class);
            jdbc.sql("""
                            insert into institution (id, code, name, type, parent_id)
                            select :id, :code, :name, type, id from institution where code = :parent
                            on conflict (code) do nothing""")
                    .param("id", branch.id())
                    .param("code", branch.code())
                    .param("name", branch.name())
                    .param("parent", branch.parent())
                    .update();
        }
    }

    /** @param parent code of its bank */
    private record DemoBranch(UUID id, String code, String name, String parent) {}

    private void load(Instant now) {
        Map<String, UUID> enterpriseIds = new HashMap<>();
        for (DemoEnterprise enterprise : DemoFiles.enterprises()) {
            register.add(registered(enterprise, now));
            enterpriseIds.put(enterprise.uscc(), enterprise.id());
        }
        int members = 0;
        for (DemoAccount account : DemoFiles.accounts(now)) {
            UUID enterpriseId = account.enterpriseUscc() == null ? null : enterpriseIds.get(account.enterpriseUscc());
            UUID institutionId = account.institutionCode() == null
                    ? null
                    : reference
                            .institution(account.institutionCode())
                            .map(Institution::id)
                            .orElseThrow();
            if (enterpriseId != null || institutionId != null) {
                memberships.join(
                        new Membership(
                                Ids.next(),
                                account.id(),
                                enterpriseId,
                                institutionId,
                                account.role(),
                                account.createdAt()),
                        account.displayName());
                members++;
            }
        }
        LOG.info("Demo data: {} enterprises, {} members", enterpriseIds.size(), members);
    }

    private static Enterprise registered(DemoEnterprise it, Instant now) {
        return Enterprise.register(
                it.id(),
                new RegisterEntry(
                        new Uscc(it.uscc()),
                        it.name(),
                        it.entityType(),
                        it.legalRep(),
                        it.registeredCapital(),
                        it.establishedOn(),
                        it.industryCode(),
                        it.townCode(),
                        it.regionCode(),
                        it.address(),
                        EnterpriseStatus.valueOf(it.status())),
                new RegisterDetails(
                        it.shareholders().stream()
                                .map(one -> new Shareholder(one.name(), one.ratio()))
                                .toList(),
                        it.investments().stream()
                                .map(one -> new Investment(one.name(), one.ratio()))
                                .toList(),
                        it.assets().stream()
                                .map(one -> new Asset(one.kind(), one.description()))
                                .toList(),
                        it.judicial().stream()
                                .map(one -> new JudicialRecord(one.kind(), one.title(), one.date()))
                                .toList()),
                true,
                DemoFiles.move(it.registeredAt(), now));
    }
}

package cn.zhengqi.user.institution;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionRenamed;
import cn.zhengqi.user.api.InstitutionRetired;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.institution.InstitutionMapper.Stored;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.reference.ReferenceRevision;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The institutions of the district and their branches. Nothing is deleted: what an institution did stays under its name, so one that is no more is
 * retired, and only when nobody works in it and nothing stands below it.
 */
@Component
public class Institutions {

    private final InstitutionMapper mapper;
    private final InstitutionTree tree;
    private final ReferenceData reference;
    private final ReferenceRevision revision;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;
    private final ProtectedColumn phones;

    Institutions(
            InstitutionMapper mapper,
            InstitutionTree tree,
            ReferenceData reference,
            ReferenceRevision revision,
            AuditTrail audit,
            Outbox outbox,
            Clock clock,
            DataProtection protection) {
        this.mapper = mapper;
        this.tree = tree;
        this.reference = reference;
        this.revision = revision;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.phones = protection.column("institution_contact", "phone");
    }

    /** Of an institution, what goes on record. */
    private record Content(
            String code,
            String name,
            String type,
            @Nullable String parent,
            String address,
            String phone,
            String website,
            List<String> contacts) {}

    @Transactional(readOnly = true)
    Page<InstitutionRow> list(InstitutionFilter.Query query, PageRequest page) {
        return Page.of(mapper.list(query, page.size(), page.offset()), mapper.count(query), page);
    }

    @Transactional(readOnly = true)
    long count(InstitutionFilter.Query query) {
        return mapper.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(InstitutionFilter.Query query, Consumer<InstitutionRow> receiver) {
        mapper.each(query, it -> receiver.accept(it.getResultObject()));
    }

    InstitutionScope scopeOf(CurrentUser user) {
        DataScope scope = tree.scopeOf(user, ScopedResource.INSTITUTION);
        boolean banksAlone = user.userType() != UserType.OPERATOR && user.has(UserPermissions.MANAGE_BANKS);
        return new InstitutionScope(
                scope.everything() ? null : scope.institutions(), banksAlone ? InstitutionType.BANK : null);
    }

    /** From the primary: it is read again right after it was changed. */
    @Transactional
    InstitutionDetail detail(UUID id, CurrentUser user) {
        Stored it = require(id, user);
        Instant updated = it.updatedAt();
        return new InstitutionDetail(
                it.id(),
                it.code(),
                it.name(),
                it.type(),
                it.parentId(),
                it.parentName(),
                it.address(),
                it.phone(),
                it.website(),
                it.retired(),
                contacts(id),
                mapper.branches(id),
                mapper.people(id),
                updated == null ? null : BusinessTime.at(updated),
                it.updatedByName(),
                it.version(),
                user.has(UserPermissions.MANAGE_INSTITUTIONS) || user.has(UserPermissions.MANAGE_BANKS));
    }

    /** What everybody may know; of one that is retired nothing. */
    @Transactional(readOnly = true)
    PublicInstitution shown(UUID id) {
        Stored it = mapper.find(id);
        if (it == null || it.retired()) {
            throw unknown();
        }
        return new PublicInstitution(
                it.id(),
                it.name(),
                it.type(),
                it.address(),
                it.phone(),
                it.website(),
                contacts(id).stream()
                        .filter(Contact::shown)
                        .map(one -> new PublicInstitution.PublicContact(one.name(), one.duty(), one.phone()))
                        .toList(),
                mapper.branches(id).stream()
                        .filter(branch -> !branch.retired())
                        .map(branch ->
                                new PublicInstitution.PublicBranch(branch.name(), branch.address(), branch.phone()))
                        .toList());
    }

    /**
     * @throws ProblemException INSTITUTION_EXISTS, INSTITUTION_NAME_TAKEN, TOWN_UNKNOWN; FORBIDDEN where it would stand outside of what the caller looks after, or would have them
     *     look after another town
     */
    @Transactional
    UUID create(String code, InstitutionType type, InstitutionDraft draft, CurrentUser user) {
        InstitutionScope scope = scopeOf(user);
        boolean within = draft.parentId() == null
                ? scope.ids() == null && scope.includes(Ids.next(), type)
                : scope.includes(draft.parentId(), type);
        if (!within) {
            throw ProblemException.forbidden();
        }
        if (type == InstitutionType.TOWN) {
            refuseTown(code, scope, user);
        }
        UUID id = Ids.next();
        // What it is put below stays as it is looked at here.
        revision.raise();
        checkParent(id, type, draft.parentId());
        add(id, code, type, draft, user.name());
        refuseName(id, draft.parentId(), draft.name(), user);
        return id;
    }

    /** Whoever works above a town's institution reaches the enterprises and people of the town that has its code: nobody gives themselves a town. */
    private void refuseTown(String code, InstitutionScope scope, CurrentUser user) {
        if (!reference.hasTown(code)) {
            throw new ProblemException(
                    UserProblem.TOWN_UNKNOWN,
                    UserProblem.TOWN_UNKNOWN.title(),
                    List.of(new FieldProblem("code", "TOWN_UNKNOWN", UserProblem.TOWN_UNKNOWN.title())),
                    Map.of());
        }
        if (scope.ids() != null
                && !tree.territoryOf(user.requireInstitution()).towns().contains(code)) {
            throw ProblemException.forbidden();
        }
    }

    /**
     * One that asked for it itself and was let in. Where another has its name already, one of the two is called wrong: the operator puts that right first.
     *
     * @throws ProblemException INSTITUTION_EXISTS, INSTITUTION_NAME_TAKEN
     */
    @Transactional
    public void admit(
            UUID id, String uscc, InstitutionType type, String name, String address, String phone, String by) {
        add(id, uscc, type, new InstitutionDraft(name, null, address, phone, "", List.of()), by);
        refuseTaken(id, name);
    }

    private void add(UUID id, String code, InstitutionType type, InstitutionDraft draft, String by) {
        revision.raise();
        try {
            mapper.insert(id, code, type, draft, clock.instant(), by);
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(
                    UserProblem.INSTITUTION_EXISTS,
                    UserProblem.INSTITUTION_EXISTS.title(),
                    List.of(new FieldProblem("code", "INSTITUTION_EXISTS", UserProblem.INSTITUTION_EXISTS.title())),
                    Map.of());
        }
        putContacts(id, draft);
        audit.changed(UserAction.INSTITUTION_CREATED, id, draft.name(), null, content(id));
    }

    /** @throws ProblemException VERSION_CONFLICT, INSTITUTION_PARENT_WRONG, INSTITUTION_NAME_TAKEN, INSTITUTION_NAME_FIXED */
    @Transactional
    void change(UUID id, InstitutionDraft draft, int version, CurrentUser user) {
        // Two that move below each other would both see no circle otherwise.
        revision.raise();
        Stored it = require(id, user);
        Content before = content(id);
        boolean moved = draft.parentId() == null
                ? it.parentId() != null
                : !draft.parentId().equals(it.parentId());
        if (moved) {
            refuseMove(it, draft.parentId(), user);
        }
        boolean renamed = !draft.name().equals(it.name());
        if (renamed) {
            refuseRenaming(it, user);
        }
        // Two that have one name from before can be told apart; until they are, what else stands there can be put
        // right.
        if (!it.retired() && (moved || renamed)) {
            refuseName(id, draft.parentId(), draft.name(), user);
        }
        if (mapper.update(id, draft, version, clock.instant(), user.name()) == 0) {
            throw ProblemException.versionConflict();
        }
        putContacts(id, draft);
        audit.changed(UserAction.INSTITUTION_CHANGED, id, draft.name(), before, content(id));
        if (renamed) {
            outbox.publish(new InstitutionRenamed(id, draft.name(), clock.instant()), version + 1);
        }
    }

    /**
     * It can be chosen for nothing any more and is shown to nobody outside.
     *
     * @throws ProblemException VERSION_CONFLICT, INSTITUTION_IN_USE
     */
    @Transactional
    void retire(UUID id, int version, CurrentUser user) {
        Stored it = require(id, user);
        // Others that would put something below it wait for this one.
        revision.raise();
        // And those who put somebody into it, on its row: whoever was first is seen by the other.
        mapper.lock(id);
        long people = mapper.people(id);
        long below =
                mapper.branches(id).stream().filter(branch -> !branch.retired()).count();
        if (people > 0 || below > 0) {
            throw new ProblemException(
                    UserProblem.INSTITUTION_IN_USE,
                    "该机构还有 " + inUse(people, below) + "，请先停用",
                    Map.of("people", people, "branches", below));
        }
        setRetired(it, true, version, user);
        audit.changed(UserAction.INSTITUTION_RETIRED, id, it.name(), null, null);
        outbox.publish(new InstitutionRetired(id, clock.instant()), version + 1);
    }

    private static String inUse(long people, long below) {
        return Stream.of(people > 0 ? people + " 个启用的账号" : "", below > 0 ? below + " 个下级机构" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("、"));
    }

    /**
     * @throws ProblemException VERSION_CONFLICT; INSTITUTION_PARENT_WRONG where what it stands below is retired; INSTITUTION_NAME_TAKEN where another took its place
     */
    @Transactional
    void restore(UUID id, int version, CurrentUser user) {
        Stored it = require(id, user);
        revision.raise();
        checkParent(id, it.type(), it.parentId());
        refuseName(id, it.parentId(), it.name(), user);
        setRetired(it, false, version, user);
        audit.changed(UserAction.INSTITUTION_RESTORED, id, it.name(), null, null);
    }

    private void setRetired(Stored it, boolean retired, int version, CurrentUser user) {
        if (mapper.setRetired(it.id(), retired, version, clock.instant(), user.name()) == 0) {
            throw ProblemException.versionConflict();
        }
    }

    private void putContacts(UUID id, InstitutionDraft draft) {
        mapper.clearContacts(id);
        for (int position = 0; position < draft.contacts().size(); position++) {
            Contact contact = draft.contacts().get(position);
            mapper.addContact(id, position, contact, phones.seal(contact.phone()));
        }
    }

    private List<Contact> contacts(UUID id) {
        return mapper.contacts(id).stream()
                .map(stored -> stored.withPhone(phones.open(stored.phone())))
                .toList();
    }

    private Content content(UUID id) {
        Stored it = mapper.find(id);
        if (it == null) {
            throw unknown();
        }
        return new Content(
                it.code(),
                it.name(),
                it.type().label(),
                it.parentName(),
                it.address(),
                it.phone(),
                it.website(),
                contacts(id).stream().map(Institutions::inWords).toList());
    }

    /** Of a contact that is not shown to everybody the log, which the audit administrator reads, has the name alone. */
    private static String inWords(Contact contact) {
        return contact.shown() ? contact.name() + " " + contact.phone() + "（公开）" : contact.name();
    }

    /** Whoever looks after a part of the tree moves nothing out of it, and the top of it nowhere. */
    private void refuseMove(Stored it, @Nullable UUID parent, CurrentUser user) {
        InstitutionScope scope = scopeOf(user);
        if (scope.ids() != null
                && (parent == null || !scope.ids().contains(parent) || it.id().equals(user.institutionId()))) {
            throw ProblemException.forbidden();
        }
        checkParent(it.id(), it.type(), parent);
    }

    private void checkParent(UUID id, InstitutionType type, @Nullable UUID parentId) {
        if (parentId == null) {
            return;
        }
        Stored parent = mapper.find(parentId);
        if (parent == null || parent.retired() || parent.type() != type || tree.isWithin(parentId, id)) {
            throw new ProblemException(
                    UserProblem.INSTITUTION_PARENT_WRONG,
                    UserProblem.INSTITUTION_PARENT_WRONG.title(),
                    List.of(new FieldProblem(
                            "parentId", "INSTITUTION_PARENT_WRONG", UserProblem.INSTITUTION_PARENT_WRONG.title())),
                    Map.of());
        }
    }

    /**
     * By its name everybody takes an institution for what it is: nobody gives another one to where they work themselves, nor to what was let in by its
     * papers. The operator, who has looked at papers, does.
     */
    private void refuseRenaming(Stored it, CurrentUser user) {
        if (user.userType() == UserType.OPERATOR) {
            return;
        }
        UUID own = user.institutionId();
        if ((own != null && tree.isWithin(own, it.id())) || mapper.wasAdmitted(it.id())) {
            throw refusedName(UserProblem.INSTITUTION_NAME_FIXED, UserProblem.INSTITUTION_NAME_FIXED.title());
        }
    }

    /**
     * After the revision is raised: of two at once the second sees the first. Only the operator gives the name of another with something in brackets
     * behind it.
     */
    private void refuseName(UUID id, @Nullable UUID parentId, String name, CurrentUser user) {
        InstitutionNames names = refuseTaken(id, name);
        if (user.userType() != UserType.OPERATOR && names.isBorrowed(id, parentId, name)) {
            throw refusedName(UserProblem.INSTITUTION_NAME_TAKEN, "去掉括号中的说明后，与平台上另一机构同名，请换一个名称");
        }
    }

    private InstitutionNames refuseTaken(UUID id, String name) {
        InstitutionNames names = new InstitutionNames(mapper.names());
        if (names.isTaken(id, name)) {
            throw refusedName(UserProblem.INSTITUTION_NAME_TAKEN, UserProblem.INSTITUTION_NAME_TAKEN.title());
        }
        return names;
    }

    private static ProblemException refusedName(UserProblem problem, String why) {
        return new ProblemException(problem, why, List.of(new FieldProblem("name", problem.name(), why)), Map.of());
    }

    private Stored require(UUID id, CurrentUser user) {
        Stored it = mapper.find(id);
        if (it == null || !scopeOf(user).includes(id, it.type())) {
            throw unknown();
        }
        return it;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("机构不存在");
    }
}

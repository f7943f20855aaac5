package cn.zhengqi.user.admission;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.admission.AdmissionMapper.Stored;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionApplied;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.institution.Institutions;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.user.role.Roles;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications of chambers and providers. Until one is approved the account belongs nowhere and so may do nothing but wait, ask again, and look after
 * itself; then there is the institution, and the applicant is its administrator.
 */
@Component
class Admissions {

    static final int MOST_PAPERS = 5;

    private static final String ADMINISTRATOR = "INSTITUTION_ADMIN";

    private final AdmissionMapper mapper;
    private final Institutions institutions;
    private final Memberships memberships;
    private final Register register;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Admissions(
            AdmissionMapper mapper,
            Institutions institutions,
            Memberships memberships,
            Register register,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.institutions = institutions;
        this.memberships = memberships;
        this.register = register;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of an application, what goes on record. */
    private record Content(
            String type,
            String name,
            String uscc,
            String status,
            @Nullable String reason) {

        static Content of(Stored it) {
            return new Content(
                    it.type().label(), it.name(), it.uscc(), it.status().label(), it.reason());
        }
    }

    /** @throws ProblemException ADMISSION_NOT_FOR_ACCOUNT, ADMISSION_OPEN, ADMISSION_FILE_SIZE, USCC_INVALID, for another's code VALIDATION_FAILED */
    @Transactional
    UUID submit(AdmissionForm form, List<Paper> papers, CurrentUser user) {
        InstitutionType type = typeOf(user.userType());
        if (papers.isEmpty()) {
            throw ProblemException.validation("papers", "REQUIRED", "请上传登记证书等材料");
        }
        if (papers.size() > MOST_PAPERS) {
            throw Paper.refused(UserProblem.ADMISSION_FILE_SIZE);
        }
        Uscc uscc = codeOf(form.uscc());
        refuseAnothersCode(uscc, form.name().strip());
        Instant now = clock.instant();
        Stored fresh = new Stored(
                Ids.next(),
                user.accountId(),
                user.name(),
                type,
                form.name().strip(),
                null,
                uscc.value(),
                form.address().strip(),
                form.contactName().strip(),
                new ContactPhone(form.contactPhone().strip()),
                form.introduction().strip(),
                AdmissionStatus.SUBMITTED,
                null,
                now,
                null,
                null,
                0);
        try {
            mapper.insert(fresh);
        } catch (DuplicateKeyException waiting) {
            throw new ProblemException(UserProblem.ADMISSION_OPEN);
        }
        for (int position = 0; position < papers.size(); position++) {
            mapper.addPaper(Ids.next(), fresh.id(), position, papers.get(position));
        }
        audit.changed(UserAction.ADMISSION_SUBMITTED, fresh.id(), fresh.name(), null, Content.of(fresh));
        outbox.publish(new InstitutionApplied(fresh.id(), user.accountId(), type, fresh.name(), now), 0, now);
        return fresh.id();
    }

    /** What is wrong with it stands at its field. */
    private static Uscc codeOf(String typed) {
        try {
            return Uscc.parse(typed);
        } catch (ProblemException wrong) {
            throw new ProblemException(
                    wrong.code(),
                    wrong.detail(),
                    List.of(new FieldProblem("uscc", wrong.code().name(), wrong.detail())),
                    Map.of(),
                    wrong);
        }
    }

    /** Chambers are often not in the register of enterprises; who is, has the name that it has there. */
    private void refuseAnothersCode(Uscc uscc, String name) {
        register.nameOf(uscc).filter(registered -> !registered.equals(name)).ifPresent(registered -> {
            throw ProblemException.validation(
                    "uscc", "USCC_OF_ANOTHER", "该统一社会信用代码登记的名称是“" + registered + "”，与填写的名称不一致");
        });
    }

    /** The newest of this person's; from the primary: it is looked at right after it was handed in. */
    @Transactional
    Optional<Admission> mine(CurrentUser user) {
        return Optional.ofNullable(mapper.newestOf(user.accountId())).map(this::shown);
    }

    @Transactional(readOnly = true)
    Page<AdmissionRow> list(AdmissionFilter filter, PageRequest page) {
        String pattern = filter.pattern();
        return Page.of(
                mapper.list(pattern, filter.status(), filter.type(), page.size(), page.offset()),
                mapper.count(pattern, filter.status(), filter.type()),
                page);
    }

    @Transactional
    Admission detail(UUID id) {
        return shown(require(id));
    }

    /** Each look of a reviewer goes on record: papers show people's names and numbers. */
    @Transactional
    Paper paper(UUID id, UUID paperId) {
        Stored it = require(id);
        Paper paper = mapper.paper(id, paperId);
        if (paper == null) {
            throw ProblemException.notFound("材料不存在");
        }
        audit.changed(UserAction.ADMISSION_FILE_VIEWED, id, it.name() + " " + paper.name(), null, null);
        return paper;
    }

    /** @throws ProblemException ADMISSION_DECIDED; INSTITUTION_EXISTS, INSTITUTION_NAME_TAKEN where the platform has it already */
    @Transactional
    void approve(UUID id, int version, CurrentUser user) {
        // A colleague who approves it too waits, and hears that it is decided rather than that there is such an
        // institution.
        Stored it = mapper.lock(id);
        if (it == null) {
            throw unknown();
        }
        if (it.status() != AdmissionStatus.SUBMITTED || it.version() != version) {
            throw new ProblemException(UserProblem.ADMISSION_DECIDED);
        }
        UUID institution = Ids.next();
        institutions.admit(
                institution,
                it.uscc(),
                it.type(),
                it.name(),
                it.address(),
                it.contactPhone().value(),
                user.name());
        decide(it, version, AdmissionStatus.APPROVED, null, institution, user);
        Instant now = clock.instant();
        for (String role : List.of(Roles.STAFF, ADMINISTRATOR)) {
            memberships.grant(
                    it.applicantId(), it.applicantName(), institution, role, now, user.accountId(), user.name());
        }
    }

    /** @throws ProblemException ADMISSION_DECIDED */
    @Transactional
    void reject(UUID id, int version, String reason, CurrentUser user) {
        decide(require(id), version, AdmissionStatus.REJECTED, reason.strip(), null, user);
    }

    private void decide(
            Stored it,
            int version,
            AdmissionStatus status,
            @Nullable String reason,
            @Nullable UUID institution,
            CurrentUser user) {
        Instant now = clock.instant();
        if (mapper.decide(it.id(), version, status, reason, institution, now, user.accountId(), user.name()) == 0) {
            throw new ProblemException(UserProblem.ADMISSION_DECIDED);
        }
        boolean approved = status == AdmissionStatus.APPROVED;
        audit.changed(
                approved ? UserAction.ADMISSION_APPROVED : UserAction.ADMISSION_REJECTED,
                it.id(),
                it.name(),
                Content.of(it),
                Content.of(require(it.id())));
        outbox.publish(
                new InstitutionApplicationDecided(
                        it.id(), it.applicantId(), it.type(), it.name(), approved, reason, now),
                version + 1,
                now);
    }

    private Stored require(UUID id) {
        Stored it = mapper.find(id);
        if (it == null) {
            throw unknown();
        }
        return it;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("申请不存在");
    }

    private Admission shown(Stored it) {
        Instant decided = it.decidedAt();
        return new Admission(
                it.id(),
                it.type(),
                it.name(),
                it.nameNow(),
                it.uscc(),
                it.address(),
                it.applicantName(),
                it.contactName(),
                it.contactPhone().value(),
                it.introduction(),
                it.status(),
                it.reason(),
                BusinessTime.at(it.submittedAt()),
                decided == null ? null : BusinessTime.at(decided),
                it.decidedByName(),
                mapper.papers(it.id()),
                it.version());
    }

    private static InstitutionType typeOf(UserType type) {
        return switch (type) {
            case CHAMBER -> InstitutionType.CHAMBER;
            case PROVIDER -> InstitutionType.PROVIDER;
            default -> throw new ProblemException(UserProblem.ADMISSION_NOT_FOR_ACCOUNT);
        };
    }
}

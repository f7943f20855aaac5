package cn.zhengqi.user.reference;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes 基础数据, one change after the other. The caller then {@link ReferenceData#refresh takes it over} into memory. */
@Component
class ReferenceEditor {

    private final ReferenceStore store;
    private final ReferenceMapper mapper;
    private final AuditTrail audit;
    private final ApplicationEventPublisher inside;
    private final Clock clock;

    ReferenceEditor(
            ReferenceStore store,
            ReferenceMapper mapper,
            AuditTrail audit,
            ApplicationEventPublisher inside,
            Clock clock) {
        this.store = store;
        this.mapper = mapper;
        this.audit = audit;
        this.inside = inside;
        this.clock = clock;
    }

    /** @throws ProblemException REFERENCE_EXISTS, VALIDATION_FAILED */
    @Transactional
    void create(ReferenceKind kind, ReferenceDraft draft, CurrentUser user) {
        mapper.revise();
        ReferenceRules rules = new ReferenceRules(store.around(kind));
        ReferenceRow row = rules.row(kind, draft);
        rules.find(kind, row.code()).ifPresent(there -> {
            String words = "代码已用于“" + there.name() + "”" + (there.retired() ? "（已停用，可以恢复）" : "");
            throw new ProblemException(
                    UserProblem.REFERENCE_EXISTS,
                    words,
                    List.of(new FieldProblem("code", UserProblem.REFERENCE_EXISTS.name(), words)),
                    Map.of());
        });
        add(row, user);
    }

    /** @throws ProblemException VERSION_CONFLICT, VALIDATION_FAILED */
    @Transactional
    void change(ReferenceKind kind, ReferenceDraft draft, int version, CurrentUser user) {
        mapper.revise();
        ReferenceItem before = require(kind, draft.code());
        ReferenceRow wanted = new ReferenceRules(store.around(kind)).row(kind, draft);
        update(before, with(wanted, before.retired()), version, UserAction.REFERENCE_CHANGED, user);
    }

    /**
     * It keeps its name wherever it is used, and cannot be chosen any more.
     *
     * @throws ProblemException STATE_CONFLICT, REFERENCE_HAS_PARTS, VERSION_CONFLICT
     */
    @Transactional
    void retire(ReferenceKind kind, String code, int version, CurrentUser user) {
        mapper.revise();
        ReferenceItem item = require(kind, code);
        refuse(item.retired(), CommonProblem.STATE_CONFLICT);
        refuse(store.hasActiveParts(kind, item.code()), UserProblem.REFERENCE_HAS_PARTS);
        update(item, with(row(item), true), version, UserAction.REFERENCE_RETIRED, user);
    }

    /** @throws ProblemException STATE_CONFLICT, REFERENCE_PARENT_RETIRED, VERSION_CONFLICT */
    @Transactional
    void restore(ReferenceKind kind, String code, int version, CurrentUser user) {
        mapper.revise();
        ReferenceItem item = require(kind, code);
        refuse(!item.retired(), CommonProblem.STATE_CONFLICT);
        String parent = item.parentCode();
        refuse(parent != null && require(kind.parentKind(), parent).retired(), UserProblem.REFERENCE_PARENT_RETIRED);
        update(item, with(row(item), false), version, UserAction.REFERENCE_RESTORED, user);
    }

    /**
     * @param elsewhere how often other services use it, as they said a moment ago; null: they do not answer
     * @throws ProblemException REFERENCE_USE_UNKNOWN, REFERENCE_LOADED, REFERENCE_IN_USE with {@code usedBy}, VERSION_CONFLICT
     */
    @Transactional
    void delete(ReferenceKind kind, String code, int version, @Nullable Long elsewhere) {
        mapper.revise();
        ReferenceItem item = require(kind, code).usedElsewhere(elsewhere);
        Long uses = item.usedBy();
        if (uses == null) {
            throw new ProblemException(UserProblem.REFERENCE_USE_UNKNOWN);
        }
        if (uses > 0) {
            throw new ProblemException(
                    UserProblem.REFERENCE_IN_USE,
                    "“" + item.name() + "”有 " + uses + " 处正在使用，不能删除，可以停用",
                    Map.of("usedBy", uses));
        }
        refuse(item.loaded(), UserProblem.REFERENCE_LOADED);
        audit.changed(UserAction.REFERENCE_DELETED, subject(kind, item.code()), words(row(item)), row(item), null);
        try {
            if (!store.delete(kind, item.code(), version)) {
                throw ProblemException.versionConflict();
            }
        } catch (DataIntegrityViolationException usedMeanwhile) {
            throw new ProblemException(
                    UserProblem.REFERENCE_IN_USE,
                    UserProblem.REFERENCE_IN_USE.title(),
                    List.of(),
                    Map.of(),
                    usedMeanwhile);
        }
    }

    /** All lines of a file that has nothing wrong, or none. */
    @Transactional
    ReferenceImport.Report apply(ReferenceKind kind, List<ReferenceImport.Line> lines, CurrentUser user) {
        mapper.revise();
        ReferenceImport plan = ReferenceImport.plan(kind, lines, store.around(kind));
        plan.requireNoProblems();
        plan.added().forEach(row -> add(row, user));
        plan.changed().forEach(row -> {
            ReferenceItem before = require(kind, row.code());
            update(before, row, before.version(), UserAction.REFERENCE_CHANGED, user);
        });
        return plan.report();
    }

    private void add(ReferenceRow row, CurrentUser user) {
        store.insert(row, clock.instant(), user.name());
        audit.changed(UserAction.REFERENCE_ADDED, subject(row.kind(), row.code()), words(row), null, row);
    }

    private void update(ReferenceItem before, ReferenceRow after, int version, UserAction action, CurrentUser user) {
        if (!store.update(after, version, clock.instant(), user.name())) {
            throw ProblemException.versionConflict();
        }
        audit.changed(action, subject(after.kind(), after.code()), words(after), row(before), after);
        if (!before.name().equals(after.name())) {
            store.keepName(before);
            inside.publishEvent(new ReferenceRenamed(after.kind(), after.code()));
        }
    }

    private ReferenceItem require(ReferenceKind kind, String code) {
        return store.item(kind, ReferenceKind.normal(code))
                .orElseThrow(() -> ProblemException.notFound(kind.label() + "不存在"));
    }

    private static void refuse(boolean refused, ProblemCode problem) {
        if (refused) {
            throw new ProblemException(problem);
        }
    }

    private static ReferenceRow with(ReferenceRow row, boolean retired) {
        return new ReferenceRow(row.kind(), row.code(), row.name(), row.type(), row.parentCode(), retired);
    }

    private static ReferenceRow row(ReferenceItem item) {
        return new ReferenceRow(item.kind(), item.code(), item.name(), item.type(), item.parentCode(), item.retired());
    }

    private static String words(ReferenceRow row) {
        return row.kind().label() + " " + row.code() + " " + row.name();
    }

    /** The record of changes names its subjects by UUID; the same code of the same kind always has the same. */
    private static UUID subject(ReferenceKind kind, String code) {
        return UUID.nameUUIDFromBytes((kind + ":" + code).getBytes(StandardCharsets.UTF_8));
    }
}

package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts tags on enterprises and policies by hand and takes them off: all that is asked for at once, or nothing where a line is wrong. */
@Service
@Transactional
class Taggings {

    private final JdbcClient jdbc;
    private final PolicyTags policies;
    private final AuditTrail audit;
    private final Clock clock;

    Taggings(JdbcClient jdbc, PolicyTags policies, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param present those that had it already: who set it first stays */
    record Done(int changed, int present) {}

    private record Subject(UUID id, String code, String name) {}

    private record Wanted(
            Tag tag, Subject subject, @Nullable String note) {}

    /** What goes on record. */
    private record Tagged(
            String tag, String code, String name, @Nullable String tagReason) {}

    /** @throws ProblemException TAGGING_FAULTY */
    Done put(TagSubject kind, List<Wish> wishes, DataScope scope, CurrentUser by) {
        List<FieldProblem> problems = new ArrayList<>();
        List<Wanted> wanted = understood(kind, wishes, scope, problems);
        Wish.requireNone(problems);
        OffsetDateTime now = BusinessTime.at(clock.instant());
        int changed = 0;
        TreeSet<UUID> told = new TreeSet<>();
        // In one order: two files with the same lines in another order do not wait for each other.
        List<Wanted> ordered = wanted.stream()
                .sorted(Comparator.comparing((Wanted one) -> one.tag().id())
                        .thenComparing(one -> one.subject().id()))
                .toList();
        for (Wanted one : ordered) {
            int added = jdbc.sql("""
                            insert into tagging (tag_id, subject_id, note, set_by, set_by_name, set_by_institution, set_at)
                            values (:tag, :subject, :note, :by, :name, :institution, :now) on conflict do nothing""")
                    .param("tag", one.tag().id())
                    .param("subject", one.subject().id())
                    .param("note", one.note())
                    .param("by", by.accountId())
                    .param("name", by.name())
                    .param("institution", by.institutionName())
                    .param("now", now)
                    .update();
            if (added == 1) {
                changed++;
                told.add(one.subject().id());
                audit.changed(
                        TagAction.TAG_SET, one.subject().id(), one.subject().name(), null, recorded(one, one.note()));
            }
        }
        if (kind == TagSubject.POLICY) {
            policies.tell(told);
        }
        return new Done(changed, wanted.size() - changed);
    }

    /** @throws ProblemException TAGGING_FAULTY */
    Done take(Tag tag, List<String> codes, DataScope scope) {
        List<FieldProblem> problems = new ArrayList<>();
        List<Wish> wishes = Wish.of(tag, codes.stream().sorted().toList(), null);
        Map<String, Subject> subjects = subjects(tag.subject(), wishes, scope);
        TreeSet<UUID> told = new TreeSet<>();
        for (Wish wish : wishes) {
            Subject subject = subjects.get(wish.code());
            Optional<Tagged> before = subject == null ? Optional.empty() : taken(tag, subject);
            if (subject == null || before.isEmpty()) {
                problems.add(wish.problem("UNKNOWN", wish.code() + " 没有这个标签，或不在您的数据权限内"));
                continue;
            }
            told.add(subject.id());
            audit.changed(TagAction.TAG_TAKEN, subject.id(), subject.name(), before.get(), null);
        }
        Wish.requireNone(problems);
        if (tag.subject() == TagSubject.POLICY) {
            policies.tell(told);
        }
        return new Done(told.size(), 0);
    }

    private Optional<Tagged> taken(Tag tag, Subject subject) {
        return jdbc.sql("delete from tagging where tag_id = ? and subject_id = ? returning note")
                .params(tag.id(), subject.id())
                .query((row, number) -> recorded(new Wanted(tag, subject, null), row.getString("note")))
                .optional();
    }

    private static Tagged recorded(Wanted one, @Nullable String note) {
        return new Tagged(one.tag().name(), one.subject().code(), one.subject().name(), note);
    }

    private List<Wanted> understood(TagSubject kind, List<Wish> wishes, DataScope scope, List<FieldProblem> problems) {
        Map<String, Tag> tags = tags(kind, wishes);
        Map<String, Subject> subjects = subjects(kind, wishes, scope);
        Map<List<String>, Integer> seen = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        for (Wish wish : wishes) {
            int before = problems.size();
            Tag tag = tags.get(wish.tag());
            Subject subject = subjects.get(wish.code());
            if (wish.tag().isEmpty()) {
                problems.add(wish.problem("REQUIRED", "没有填写" + Wish.TAG));
            } else if (tag == null) {
                problems.add(wish.problem("TAG_UNKNOWN", "没有名为“" + wish.tag() + "”的" + kind.label() + "标签"));
            } else {
                try {
                    tag.settable();
                } catch (ProblemException refused) {
                    problems.add(wish.problem(refused.code().name(), refused.detail()));
                }
            }
            if (wish.code().isEmpty()) {
                problems.add(wish.problem("REQUIRED", "没有填写" + kind.codeName()));
            } else if (subject == null) {
                problems.add(wish.problem(
                        "SUBJECT_UNKNOWN",
                        kind == TagSubject.ENTERPRISE
                                ? "没有统一社会信用代码为“" + wish.code() + "”的企业，或不在您的数据权限内"
                                // One that was taken down may be published again, and keeps its tags until then.
                                : "没有编号为“" + wish.code() + "”的政策，或它还没有发布过"));
            }
            if (wish.longNote()) {
                problems.add(wish.problem("TOO_LONG", "理由不超过 100 字"));
            }
            Integer first = seen.putIfAbsent(List.of(wish.tag(), wish.code()), wish.line());
            if (first != null && !wish.tag().isEmpty() && !wish.code().isEmpty()) {
                problems.add(wish.problem("DOUBLED", "与第 " + first + " 行重复"));
            }
            if (problems.size() == before && tag != null && subject != null) {
                wanted.add(new Wanted(tag, subject, wish.note()));
            }
        }
        return wanted;
    }

    /** Nobody retires one of them until the end of the transaction. */
    private Map<String, Tag> tags(TagSubject kind, List<Wish> wishes) {
        Map<String, Tag> tags = new HashMap<>();
        jdbc.sql("select " + Tag.COLUMNS
                        + " from tag t where t.subject = ? and t.name = any(?) order by t.id for share")
                .params(kind.name(), wishes.stream().map(Wish::tag).distinct().toArray(String[]::new))
                .query(Tag::of)
                .list()
                .forEach(tag -> tags.put(tag.name(), tag));
        return tags;
    }

    private Map<String, Subject> subjects(TagSubject kind, List<Wish> wishes, DataScope scope) {
        String[] codes = wishes.stream().map(Wish::code).distinct().toArray(String[]::new);
        JdbcClient.StatementSpec found = kind == TagSubject.ENTERPRISE
                ? jdbc.sql(
                                "select id, uscc as code, name from enterprise where uscc = any(?) and (? or town_code = any(?))")
                        .params(codes, scope.everything(), scope.towns().toArray(String[]::new))
                : jdbc.sql("""
                        select subject_id as id, code, coalesce(title, code) as name from library_entry
                        where kind = 'POLICY' and upper(code) = any(?)""").params((Object) codes);
        Map<String, Subject> subjects = new HashMap<>();
        found.query(Subject.class).list().forEach(one -> subjects.put(one.code().toUpperCase(Locale.ROOT), one));
        return subjects;
    }
}

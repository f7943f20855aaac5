package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.catalogue.PolicyEnd;
import cn.zhengqi.policy.project.FormDesign;
import cn.zhengqi.policy.project.Material;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.policy.project.WindowState;
import cn.zhengqi.web.Sensitive;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as its enterprise and its department read it, by the form under which it was begun.
 *
 * @param window whether the project takes declarations today
 * @param policyEnd how its policy ended since; absent while that holds
 * @param policyBeginsOn the first day of its policy, where that is yet to come: one may declare before
 * @param full whether a draft could not be handed in today because others took all places
 * @param newerForm the project asks something else by now of who begins anew
 * @param answers what was filled in, by the keys of the form
 * @param papers files by the keys of the materials
 * @param files what the ids stand for
 * @param prefilled which answers came from the profile, and whence
 * @param emptied labels of the fields of a draft out of which tax data was taken, and that are still empty
 * @param wrong what of a draft would be refused if it were handed in so, and what of it could not be kept, each at its field
 * @param marked what has to be supplemented
 * @param before what stood, until it was supplemented the last time, at each field and material that was changed by it
 * @param standing how it stood by the policy's conditions when it was submitted; absent where it could not be asked
 * @param audience how it stood by the project's own; absent where that had none, or it could not be asked
 * @param notice how long it is shown to the public; absent outside the step 公示
 * @param turn what who reads it at a department may do in its step; absent for its enterprise
 * @param timeline what happened, the oldest first
 */
record DeclarationDetail(
        @JsonUnwrapped DeclarationView declaration,
        WindowState window,
        LocalDate closesOn,
        @Nullable PolicyEnd policyEnd,
        @Nullable LocalDate policyBeginsOn,
        boolean full,
        boolean newerForm,
        FormDesign form,
        List<Material> materials,
        List<Step> steps,
        Map<String, Object> answers,
        Map<String, List<UUID>> papers,
        List<DeclarationFile> files,
        Map<String, Prefilled.Origin> prefilled,
        List<String> emptied,
        List<FieldProblem> wrong,
        List<Marks.Mark> marked,
        List<Before> before,
        InternalStandings.@Nullable Standing standing,
        InternalStandings.@Nullable Standing audience,
        @Nullable Notice notice,
        @Nullable Turn turn,
        List<Entry> timeline) {

    /**
     * Whether it is the reader's turn.
     *
     * @param here whether they work for the institution in whose step it is: nobody else decides in it
     * @param barred why they may not take it on all the same; absent where they may
     * @param objections to its notice that nobody has answered: before they are, nobody passes it
     */
    record Turn(boolean here, @Nullable String barred, int objections) {}

    DeclarationDetail with(Turn whose) {
        return new DeclarationDetail(
                declaration,
                window,
                closesOn,
                policyEnd,
                policyBeginsOn,
                full,
                newerForm,
                form,
                materials,
                steps,
                answers,
                papers,
                files,
                prefilled,
                emptied,
                wrong,
                marked,
                before,
                standing,
                audience,
                notice,
                whose,
                timeline);
    }

    /**
     * Its step 公示.
     *
     * @param until last day; absent while the days up to it are not arranged
     * @param running whether everybody may object today, so that nobody can pass it
     */
    record Notice(LocalDate from, @Nullable LocalDate until, boolean running) {

        static @Nullable Notice of(Declaration it, Step step, LocalDate today) {
            LocalDate from = it.noticeFrom();
            return from == null || step.kind() != Step.Kind.PUBLIC_NOTICE
                    ? null
                    : new Notice(from, it.noticeUntil(), it.isInNotice(today));
        }
    }

    /**
     * One thing that happened.
     *
     * @param step label of the step in which it happened
     * @param actor who did it at the department
     * @param applicant who did it at the enterprise, most often whom the department calls, and so under the same rule
     * @param note opinions and reasons
     */
    record Entry(
            OffsetDateTime at,
            EventKind kind,
            String label,
            @Nullable String step,
            @Nullable String actor,

            @Sensitive(
                    mask = Mask.NAME,
                    plainFor = {PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.DECLARE},
                    field = PolicyFields.CONTACT_NAME)
            @Nullable
            String applicant,

            @Nullable String note) {

        static Entry of(DeclarationEvent it) {
            boolean byEnterprise = it.kind().byEnterprise();
            return new Entry(
                    BusinessTime.at(it.at()),
                    it.kind(),
                    it.kind().label(),
                    it.step() == null ? null : it.step().label(),
                    byEnterprise ? null : it.actor(),
                    byEnterprise ? it.actor() : null,
                    it.note());
        }
    }

    /**
     * Of a field or material that was supplemented, what had been handed in before.
     *
     * @param answer absent where nothing had been filled in, and of materials
     * @param papers of materials; empty where there had been none
     */
    record Before(String key, @Nullable Object answer, List<UUID> papers) {

        /** Nothing where it was handed in once. */
        static List<Before> of(List<DeclarationEvent> events) {
            List<DeclarationEvent> handedIn =
                    events.stream().filter(it -> it.answers() != null).toList();
            if (handedIn.size() < 2) {
                return List.of();
            }
            Filled earlier = Filled.of(handedIn.get(handedIn.size() - 2));
            Filled now = Filled.of(handedIn.getLast());
            return Stream.of(earlier.keys(), now.keys())
                    .flatMap(Collection::stream)
                    .distinct()
                    .filter(key -> !earlier.isSameAt(key, now))
                    .map(key -> new Before(
                            key, earlier.answers().get(key), earlier.papers().of(key)))
                    .toList();
        }

        private record Filled(Answers answers, Papers papers) {

            static Filled of(DeclarationEvent it) {
                return new Filled(
                        Objects.requireNonNullElse(it.answers(), Answers.NONE),
                        Objects.requireNonNullElse(it.materials(), Papers.NONE));
            }

            List<String> keys() {
                return Stream.concat(answers.values().keySet().stream(), papers.files().keySet().stream())
                        .toList();
            }

            boolean isSameAt(String key, Filled other) {
                return Answers.same(answers.get(key), other.answers.get(key))
                        && papers.of(key).equals(other.papers.of(key));
            }
        }
    }

    /** How the project stands today of which it is. */
    record Project(
            WindowState window,
            LocalDate closesOn,
            @Nullable PolicyEnd policyEnd,
            @Nullable LocalDate policyBeginsOn,
            boolean full,
            int formVersion,
            LocalDate today) {}

    static DeclarationDetail of(
            DeclarationView view,
            Declaration it,
            ProjectForm form,
            Project project,
            Collection<DeclarationFile> files,
            List<FieldProblem> wrong,
            List<DeclarationEvent> events) {
        return new DeclarationDetail(
                view,
                project.window(),
                project.closesOn(),
                project.policyEnd(),
                project.policyBeginsOn(),
                project.full(),
                project.formVersion() != form.version(),
                form.form(),
                form.papers(),
                form.steps().items(),
                it.answers().values(),
                it.materials().files(),
                List.copyOf(files),
                it.prefilled().fields(),
                it.emptied().stream().map(Labels.of(form)::of).toList(),
                wrong,
                it.marked().items(),
                Before.of(events),
                it.standing(),
                it.audience(),
                Notice.of(it, form.step(it.stepIndex()), project.today()),
                null,
                events.stream().map(Entry::of).toList());
    }
}

package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.catalogue.PolicyEnd;
import cn.zhengqi.policy.declaration.DeclarationFile;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.web.Sensitive;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as its enterprise and its department read it.
 *
 * @param basis what the figure is called that is claimed; absent where there is none
 * @param unit of that figure
 * @param ruleWords the project's rule in a sentence
 * @param closesOn last day of the project's window
 * @param policyEnd how its policy ended since; absent while that holds
 * @param policyBeginsOn the first day of its policy, where that is yet to come: nothing is paid before
 * @param statement what the enterprise says of it
 * @param account to which is paid; absent where none was named yet
 * @param standing how it stood by the policy's conditions when it was found, or applied; absent where it could not be asked
 * @param audience by those of the project; absent where it has none, or could not be asked
 * @param checked what the last check before the payment rests on, for the department alone; absent where there was none
 * @param excludedBy what of the enterprise's other applications its reviewer has to decide over, for the department alone; absent where nothing stands in the way, and
 *     once it is decided
 * @param objections to its notice that nobody has answered, for the department alone: before they are, nothing is paid
 * @param atTreasury whether it is in a batch that the treasury has: until it answers nobody checks, keeps or ends it
 * @param files evidence, as it stands now
 * @param timeline what happened, the oldest first
 */
record RedemptionDetail(
        @JsonUnwrapped RedemptionView redemption,
        @Nullable String basis,
        @Nullable String unit,
        String ruleWords,
        LocalDate closesOn,
        @Nullable PolicyEnd policyEnd,
        @Nullable LocalDate policyBeginsOn,
        String statement,
        @Nullable ReceivingAccount account,
        InternalStandings.@Nullable Standing standing,
        InternalStandings.@Nullable Standing audience,
        @Nullable Evidence checked,
        @Nullable ExcludedBy excludedBy,
        @Nullable Integer objections,
        boolean atTreasury,
        List<DeclarationFile> files,
        List<RedemptionEntry> timeline) {

    /** The account; its number is plain in the file for the treasury alone. */
    record ReceivingAccount(
            String name,
            String bank,
            @Sensitive(mask = Mask.ACCOUNT_NUMBER) String number) {

        static @Nullable ReceivingAccount of(Redemption it) {
            Account account = it.account();
            return account == null
                    ? null
                    : new ReceivingAccount(
                            account.name(), account.bank(), account.number().value());
        }
    }

    /**
     * One thing that happened.
     *
     * @param actor who did it at the department; 系统
     * @param applicant who did it at the enterprise
     * @param note opinions, reasons and figures
     * @param stated what the enterprise claimed then; absent where it claimed nothing, and where that was not kept yet
     */
    record RedemptionEntry(
            OffsetDateTime at,
            RedemptionEventKind kind,
            String label,
            @Nullable String actor,

            @Sensitive(
                    mask = Mask.NAME,
                    plainFor = {PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.REDEEM},
                    field = PolicyFields.REDEMPTION_APPLICANT)
            @Nullable
            String applicant,

            @Nullable String note,
            @Nullable Stated stated) {

        static RedemptionEntry of(RedemptionEvent it) {
            boolean byEnterprise = it.byEnterprise();
            return new RedemptionEntry(
                    BusinessTime.at(it.at()),
                    it.kind(),
                    it.kind().label(),
                    byEnterprise ? null : it.actor(),
                    byEnterprise ? it.actor() : null,
                    it.note(),
                    Stated.of(it));
        }
    }

    /**
     * What was claimed at one moment.
     *
     * @param basis the figure, where the rule goes by one
     * @param account bank and number, this one covered
     */
    record Stated(
            @Nullable BigDecimal basis,
            String statement,
            @Nullable String account) {

        static @Nullable Stated of(RedemptionEvent it) {
            return it.statement() == null ? null : new Stated(it.basis(), it.statement(), it.account());
        }
    }

    static RedemptionDetail of(
            RedemptionView view,
            Redemption it,
            RedemptionProject project,
            @Nullable PolicyEnd policyEnd,
            @Nullable LocalDate policyBeginsOn,
            @Nullable Evidence checked,
            @Nullable ExcludedBy excludedBy,
            @Nullable Integer objections,
            boolean atTreasury,
            Collection<DeclarationFile> files,
            List<RedemptionEvent> events) {
        return new RedemptionDetail(
                view,
                project.rule().basis(),
                project.rule().unit(),
                project.rule().words(),
                project.closesOn(),
                policyEnd,
                policyBeginsOn,
                it.statement(),
                ReceivingAccount.of(it),
                it.standing(),
                it.audience(),
                checked,
                excludedBy,
                objections,
                atTreasury,
                List.copyOf(files),
                events.stream().map(RedemptionEntry::of).toList());
    }
}

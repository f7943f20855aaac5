package cn.zhengqi.finance.courts;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing on record, as its source tells it. Names of people are not taken over. Text that the source does not have is empty.
 *
 * @param number of the case or the decision; who has it finds the documents, in which people are named
 * @param authority court or office
 * @param matter what it is about, of judgments the type of case
 * @param state how far it was complied with, of penalties their kind, of 经营异常 whether it was taken off the list
 * @param day on which it was entered or decided
 * @param amount yuan
 * @param count of documents; of judgments alone
 */
public record PublicRecord(
        @Sensitive(
                mask = Mask.ACCOUNT_NUMBER,
                plainFor = {FinancePermissions.HANDLE_APPLICATIONS, FinancePermissions.CLAIM_DEMANDS},
                field = FinanceFields.REPORT_CASE_NUMBER)
        String number,

        String authority,
        String matter,
        String state,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount,
        @Nullable Long count) {}

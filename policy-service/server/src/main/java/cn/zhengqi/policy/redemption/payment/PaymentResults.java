package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.web.file.UploadedTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file with which the treasury answers to a batch. It is taken as a whole or not at all: each line that is wrong is told, and none is done. */
final class PaymentResults {

    private static final UploadedTable.Refusals REFUSALS =
            new UploadedTable.Refusals(CommonProblem.FILE_UNREADABLE, CommonProblem.PAYLOAD_TOO_LARGE);
    private static final List<String> REQUIRED =
            List.of(TreasuryLine.BATCH, TreasuryLine.NUMBER, TreasuryLine.AMOUNT, TreasuryLine.OUTCOME);
    /** A line with one of these alone was moved away from its payment. */
    private static final List<String> TELLING = List.of(TreasuryLine.REFERENCE, TreasuryLine.REASON);

    private static final Pattern YUAN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final int LONGEST_REASON = 200;

    private final List<UploadedTable.Line> lines;

    private PaymentResults(List<UploadedTable.Line> lines) {
        this.lines = lines;
    }

    /** @throws ProblemException FILE_UNREADABLE, PAYLOAD_TOO_LARGE, FILE_UNPACKS_TOO_LARGE */
    static PaymentResults read(byte[] file) {
        return new PaymentResults(UploadedTable.readAll(file, REQUIRED, TELLING, REFUSALS));
    }

    /** By which the file says that the treasury knows its payments. */
    Set<String> references() {
        return lines.stream()
                .map(line -> line.cell(TreasuryLine.REFERENCE).strip())
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * The results by the numbers of the applications: one for each payment of the batch. Numbers and amounts are those of the batch before where something is paid
     * again: which batch is meant each line says itself.
     *
     * @param batch its number
     * @param payments of the batch, by those numbers
     * @param taken references by which the treasury knows payments of other batches
     * @throws ProblemException RESULTS_FAULTY with each line that is wrong and each payment of which nothing is said
     */
    Map<String, PaymentResult> of(String batch, Map<String, BatchItem> payments, Set<String> taken) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, PaymentResult> results = new HashMap<>();
        Set<String> references = new HashSet<>();
        for (UploadedTable.Line line : lines) {
            PaymentResult result = result(line, batch, payments, problems);
            if (result == null) {
                continue;
            }
            if (results.putIfAbsent(result.number(), result) != null) {
                problems.add(problem(line, "DOUBLED", result.number() + " 在文件中出现了不止一次"));
            } else if (result.reference() != null && !references.add(result.reference())) {
                problems.add(problem(line, "DOUBLED", "流水号 " + result.reference() + " 在文件中出现了不止一次"));
            } else if (result.reference() != null && taken.contains(result.reference())) {
                problems.add(problem(line, "DOUBLED", "流水号 " + result.reference() + " 已登记在另一批次的支付中"));
            }
        }
        Set<String> told = lines.stream()
                .map(line -> line.cell(TreasuryLine.NUMBER).strip())
                .collect(Collectors.toSet());
        payments.keySet().stream()
                .filter(number -> !told.contains(number))
                .sorted()
                .forEach(number -> problems.add(new FieldProblem("rows", "MISSING", "文件中没有 " + number + " 的支付结果")));
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.RESULTS_FAULTY,
                    PolicyProblem.RESULTS_FAULTY.title() + "："
                            + problems.getFirst().message(),
                    problems,
                    Map.of());
        }
        return results;
    }

    private static @Nullable PaymentResult result(
            UploadedTable.Line line, String batch, Map<String, BatchItem> payments, List<FieldProblem> problems) {
        int before = problems.size();
        if (REQUIRED.stream().allMatch(column -> line.cell(column).isBlank())) {
            problems.add(problem(line, "UNKNOWN", "只有流水号或失败原因，没有说明是哪一笔支付，请检查是否错行"));
            return null;
        }
        String of = line.cell(TreasuryLine.BATCH).strip();
        if (!of.equals(batch)) {
            problems.add(problem(
                    line, "BATCH_OTHER", of.isEmpty() ? "缺少批次编号，应为 " + batch : "属于批次“" + of + "”，不是本批次 " + batch));
            return null;
        }
        String number = line.cell(TreasuryLine.NUMBER).strip();
        BatchItem payment = payments.get(number);
        if (payment == null) {
            problems.add(problem(line, "UNKNOWN", "本批次没有申请“" + number + "”"));
            return null;
        }
        BigDecimal amount = yuan(line.number(TreasuryLine.AMOUNT));
        if (amount == null || amount.compareTo(payment.amount()) != 0) {
            problems.add(problem(
                    line,
                    "AMOUNT",
                    number + " 的金额应为 " + AmountRule.money(payment.amount()) + "，文件中为“"
                            + line.cell(TreasuryLine.AMOUNT).strip() + "”"));
        }
        String said = line.cell(TreasuryLine.OUTCOME).strip();
        PaymentOutcome outcome = said.equals(PaymentOutcome.PAID.label())
                ? PaymentOutcome.PAID
                : said.equals(PaymentOutcome.FAILED.label()) ? PaymentOutcome.FAILED : null;
        String reference = line.cell(TreasuryLine.REFERENCE).strip();
        String reason = line.cell(TreasuryLine.REASON).strip();
        if (outcome == null) {
            problems.add(problem(line, "FORMAT", number + " 的支付结果应为“成功”或“失败”，文件中为“" + said + "”"));
        } else if (outcome == PaymentOutcome.PAID && reference.isEmpty()) {
            problems.add(problem(line, "REQUIRED", number + " 支付成功，缺少流水号"));
        } else if (outcome == PaymentOutcome.PAID && line.lostDigits(TreasuryLine.REFERENCE)) {
            problems.add(problem(line, "FORMAT", number + " 的流水号" + UploadedTable.LOST_DIGITS));
        } else if (outcome == PaymentOutcome.PAID && !reason.isEmpty()) {
            problems.add(problem(line, "FORMAT", number + " 支付成功的不应有失败原因；未支付的请填失败"));
        } else if (outcome == PaymentOutcome.FAILED && reason.isEmpty()) {
            problems.add(problem(line, "REQUIRED", number + " 支付失败，缺少失败原因"));
        } else if (outcome == PaymentOutcome.FAILED && !reference.isEmpty()) {
            // What has a number went: paid again it would be paid twice.
            problems.add(problem(line, "FORMAT", number + " 支付失败的不应有流水号；已支付的请填成功"));
        }
        if (problems.size() > before || outcome == null || amount == null) {
            return null;
        }
        boolean paid = outcome == PaymentOutcome.PAID;
        return new PaymentResult(
                number,
                payment.amount(),
                outcome,
                paid ? reference : null,
                paid ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private static @Nullable BigDecimal yuan(String plain) {
        return YUAN.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    private static FieldProblem problem(UploadedTable.Line line, String code, String words) {
        return new FieldProblem("rows[" + line.number() + "]", code, "第 " + line.number() + " 行：" + words);
    }
}

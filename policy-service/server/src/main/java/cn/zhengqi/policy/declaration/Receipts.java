package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.paper.PaperCheck;
import cn.zhengqi.paper.PaperCopies;
import cn.zhengqi.paper.PaperNumbers;
import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.paper.PaperQuestion;
import cn.zhengqi.paper.PaperSeal;
import cn.zhengqi.paper.SignedPaper;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.promise.Promises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Watermark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues receipts of what was handed in (ADR 0043): once for each declaration, with what it was at that moment, whatever was supplemented since. Whoever has the
 * number can have a copy compared with it.
 */
@Service
class Receipts {

    private final DeclarationMapper declarations;
    private final Declarations reading;
    private final FileMapper files;
    private final DeclarationFiles store;
    private final ReceiptMapper receipts;
    private final Promises promises;
    private final PaperSeal seal;
    private final PaperCopies copies;
    private final PaperPdf pdf;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Receipts(
            DeclarationMapper declarations,
            Declarations reading,
            FileMapper files,
            DeclarationFiles store,
            ReceiptMapper receipts,
            Promises promises,
            @Value("${zhengqi.policy.data-key}") String secret,
            PaperPdf pdf,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.declarations = declarations;
        this.reading = reading;
        this.files = files;
        this.store = store;
        this.receipts = receipts;
        this.promises = promises;
        this.seal = new PaperSeal(
                "ZHENGQI_POLICY_DATA_KEY",
                secret,
                "signature of receipts of declarations",
                "zhengqi receipt of a declaration 1");
        this.copies = new PaperCopies(jdbc, clock, "declaration_receipt", "receipt_id");
        this.pdf = pdf;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A receipt as a file. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    record OnPaper(String number, byte[] file) {}

    /**
     * Of an own declaration that was handed in.
     *
     * @throws ProblemException NOT_FOUND, STATE_CONFLICT for a draft, TOO_MANY_REQUESTS, SERVICE_BUSY
     */
    OnPaper takeOut(UUID declaration, CurrentUser by) {
        UUID enterprise = by.requireEnterprise();
        Declaration it = declarations
                .findWithin(declaration, DataScope.ofEnterprise(enterprise))
                .orElseThrow(Declarations::notFound);
        if (it.number() == null) {
            throw it.status().refuse("出具提交回执");
        }
        copies.refuseMore(enterprise);
        IssuedReceipt issued = receipts.of(declaration).orElseGet(() -> issue(it, by));
        Receipt receipt = Json.MAPPER.readValue(issued.content(), Receipt.class);
        byte[] file = pdf.of(letterhead -> new ReceiptPages(
                        letterhead, issued, receipt, Watermark.of(by, clock.instant(), issued.number()))
                .document());
        transaction.executeWithoutResult(status -> {
            copies.takenOut(enterprise, issued.id(), file, by.accountId());
            audit.changed(PolicyAction.RECEIPT_TAKEN_OUT, declaration, issued.number(), null, null);
        });
        return new OnPaper(issued.number(), file);
    }

    /** Who asks at the same moment gets the same one. */
    private IssuedReceipt issue(Declaration it, CurrentUser by) {
        // Read whole before a connection is held: the files may lie on another machine.
        String content = Json.MAPPER.writeValueAsString(written(it));
        byte[] sha256 = PaperSeal.sha256(content);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String number = PaperNumbers.next("HZ", now);
        IssuedReceipt receipt = new IssuedReceipt(
                Ids.next(),
                number,
                it.id(),
                it.enterpriseId(),
                it.enterpriseName(),
                now,
                by.accountId(),
                content,
                sha256,
                seal.sign(new SignedPaper(number, it.enterpriseId(), now, sha256)));
        return Objects.requireNonNull(transaction.execute(status -> {
            if (receipts.insert(receipt) == 1) {
                audit.changed(PolicyAction.RECEIPT_ISSUED, it.id(), number, null, null);
            }
            return receipts.of(it.id()).orElseThrow();
        }));
    }

    private Receipt written(Declaration it) {
        DeclarationEvent handedIn = declarations.events(it.id()).stream()
                .filter(event -> event.kind() == EventKind.SUBMITTED)
                .findFirst()
                .orElseThrow();
        ProjectForm form = reading.formOf(it);
        Step first = form.step(0);
        return new Receipt(
                Objects.requireNonNull(it.number()),
                it.enterpriseName(),
                it.projectTitle(),
                it.policyTitle(),
                Objects.requireNonNullElse(first.institutionName(), it.institutionName()),
                handedIn.actor(),
                BusinessTime.at(handedIn.at()),
                first.kind().label(),
                first.workingDays(),
                promises.dayOf(handedIn.at(), first.workingDays()).orElse(null),
                files(it.enterpriseId(), handedIn, form));
    }

    private List<Receipt.HandedIn> files(UUID enterprise, DeclarationEvent handedIn, ProjectForm form) {
        List<UUID> ids = handedIn.fileIds().stream().map(UUID::fromString).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, FileMapper.Row> rows = files.allOfEnterprise(ids, enterprise).stream()
                .collect(Collectors.toMap(FileMapper.Row::id, Function.identity()));
        Answers answers = Objects.requireNonNullElse(handedIn.answers(), Answers.NONE);
        Papers papers = Objects.requireNonNullElse(handedIn.materials(), Papers.NONE);
        List<Receipt.HandedIn> received = new ArrayList<>();
        form.form().fields().filter(field -> field.type() == FieldType.FILE).forEach(field -> {
            if (answers.get(field.key()) instanceof String id) {
                received.add(received(field.label(), rows.get(UUID.fromString(id))));
            }
        });
        form.papers()
                .forEach(material ->
                        papers.of(material.key()).forEach(id -> received.add(received(material.name(), rows.get(id)))));
        return received;
    }

    private Receipt.HandedIn received(String of, FileMapper.@Nullable Row named) {
        // What was handed in stays as long as something names it.
        FileMapper.Row row = Objects.requireNonNull(named);
        return new Receipt.HandedIn(of, row.name(), row.size(), sm3(row));
    }

    /** Piece by piece: of many files none lies whole in memory. */
    private String sm3(FileMapper.Row row) {
        SM3Digest digest = new SM3Digest();
        byte[] piece = new byte[64 * 1024];
        try (InputStream bytes = store.withBytes(row).bytes().getInputStream()) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }

    /**
     * For anybody.
     *
     * @throws ProblemException NOT_FOUND
     */
    ReceiptCheck check(String number, PaperQuestion asked) {
        IssuedReceipt issued = receipts.numbered(number)
                .orElseThrow(() -> ProblemException.notFound("没有编号为 " + number + " 的提交回执，请核对编号"));
        Receipt receipt = Json.MAPPER.readValue(issued.content(), Receipt.class);
        return new ReceiptCheck(
                seal.check(
                        issued.signed(),
                        issued.enterpriseName(),
                        new PaperCheck.Kept(issued.content(), issued.signature()),
                        asked,
                        sha256 -> copies.has(issued.id(), sha256)),
                receipt.declarationNumber(),
                receipt.projectTitle(),
                receipt.submittedAt());
    }
}

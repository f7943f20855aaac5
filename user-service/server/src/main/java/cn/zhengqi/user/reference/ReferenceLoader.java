package cn.zhengqi.user.reference;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.user.api.InstitutionType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Brings towns, industries and institutions into the database, when their files are new or have changed. */
@Component
class ReferenceLoader {

    private static final int ROWS_PER_STATEMENT = 500;

    private final ReferenceMapper mapper;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ReferenceLoader(ReferenceMapper mapper, TransactionTemplate transaction, JdbcClient jdbc) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    void load() {
        once("banan_towns.json", ReferenceFiles.text("banan_towns.json"), this::towns);
        once("gbt4754_2017.tsv", ReferenceFiles.text("gbt4754_2017.tsv"), this::industries);
        once("institutions.jsonl", String.join("\n", DemoFiles.institutions()), this::institutions);
    }

    private void once(String name, String content, Consumer<String> load) {
        String hash = sha256(content);
        if (hash.equals(mapper.loadedHash(name))) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            // Two copies of the service may start at once.
            jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                    .param("reference " + name)
                    .query((row, n) -> name)
                    .single();
            load.accept(content);
            mapper.recordLoaded(name, hash);
        });
    }

    private void towns(String json) {
        for (JsonNode town : Json.MAPPER.readTree(json).get("towns")) {
            mapper.put(new Town(
                    town.get("code").asString(),
                    town.get("name").asString(),
                    town.get("type").asString()));
        }
    }

    private void industries(String tsv) {
        List<Industry> rows = new ArrayList<>();
        tsv.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            String[] cell = line.split("\t");
            rows.add(new Industry(cell[0], cell[1], cell[2], parentOf(cell[0])));
        });
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            mapper.putAll(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
        }
    }

    /** 门类 A, 大类 A01, 中类 A011, 小类 A0111. */
    private static @Nullable String parentOf(String code) {
        return switch (code.length()) {
            case 1 -> null;
            case 3 -> code.substring(0, 1);
            default -> code.substring(0, code.length() - 1);
        };
    }

    private void institutions(String lines) {
        lines.lines().forEach(line -> {
            JsonNode row = Json.MAPPER.readTree(line);
            List<String> aliases = new ArrayList<>();
            row.get("aliases").forEach(alias -> aliases.add(alias.asString()));
            mapper.putInstitution(
                    UUID.fromString(row.get("id").asString()),
                    row.get("code").asString(),
                    row.get("name").asString(),
                    InstitutionType.valueOf(row.get("type").asString()),
                    aliases);
        });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

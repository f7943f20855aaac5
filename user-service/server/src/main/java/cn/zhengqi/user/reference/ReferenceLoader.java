package cn.zhengqi.user.reference;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.user.api.InstitutionType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Brings divisions, towns, industries and institutions into the database, when their files are new or have changed. What somebody
 * has edited stays as they left it.
 */
@Component
class ReferenceLoader {

    private static final int ROWS_PER_STATEMENT = 500;

    private final ReferenceMapper mapper;
    private final OnceLoader loader;

    ReferenceLoader(ReferenceMapper mapper, OnceLoader loader) {
        this.mapper = mapper;
        this.loader = loader;
    }

    void load() {
        once("divisions.tsv", ReferenceFiles.text("divisions.tsv"), this::divisions);
        once("towns.json", ReferenceFiles.text("towns.json"), this::towns);
        once("gbt4754_2017.tsv", ReferenceFiles.text("gbt4754_2017.tsv"), this::industries);
        once("institutions.jsonl", String.join("\n", ReferenceFiles.institutions()), this::institutions);
    }

    private void once(String name, String content, Consumer<String> load) {
        String hash = sha256(content);
        loader.once("reference " + name, () -> hash.equals(mapper.loadedHash(name)), () -> {
            mapper.revise();
            load.accept(content);
            mapper.recordLoaded(name, hash);
        });
    }

    private void divisions(String tsv) {
        tsv.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            String[] cell = line.split("\t");
            String level = Objects.requireNonNull(ReferenceKind.DIVISION.levelOf(cell[0]));
            List<String> parents = ReferenceKind.DIVISION.parentsOf(cell[0]);
            mapper.putDivision(cell[0], cell[1], level, parents.isEmpty() ? null : parents.getLast());
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
            rows.add(new Industry(
                    cell[0],
                    cell[1],
                    cell[2],
                    ReferenceKind.INDUSTRY.parentsOf(cell[0]).stream()
                            .findFirst()
                            .orElse(null)));
        });
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            mapper.putAll(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
        }
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

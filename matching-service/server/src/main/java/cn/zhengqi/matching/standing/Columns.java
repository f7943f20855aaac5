package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.engine.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** How all enterprises stand under one rule, part by part. */
final class Columns {

    private final Map<Integer, Column> parts = new TreeMap<>();

    private record Column(List<UUID> enterprises, List<byte[]> cells) {

        Column with(Column more) {
            enterprises.addAll(more.enterprises());
            cells.addAll(more.cells());
            return this;
        }

        byte[] without(Set<UUID> some) {
            byte[] all = new byte[enterprises.size() * Cells.BYTES];
            for (int i = 0; i < enterprises.size(); i++) {
                if (!some.contains(enterprises.get(i))) {
                    System.arraycopy(cells.get(i), 0, all, i * Cells.BYTES, Cells.BYTES);
                }
            }
            return all;
        }
    }

    void add(Columns others) {
        others.parts.forEach((part, column) -> parts.merge(part, column, Column::with));
    }

    /** @param evaluation of a book that has the rule alone */
    void add(UUID enterprise, Evaluation evaluation) {
        byte[] cell = new byte[Cells.BYTES];
        Cells.put(cell, 0, evaluation, 0);
        Column column =
                parts.computeIfAbsent(Parts.of(enterprise), none -> new Column(new ArrayList<>(), new ArrayList<>()));
        column.enterprises().add(enterprise);
        column.cells().add(cell);
    }

    /** @param judgedElsewhere those of whom nothing is to stand here */
    void write(JdbcOperations jdbc, UUID subject, long revision, Set<UUID> judgedElsewhere) {
        jdbc.batchUpdate(
                """
                insert into standing_column (subject_id, part, revision, enterprises, cells) values (?, ?, ?, ?, ?)
                on conflict (subject_id, part) do update
                set revision = excluded.revision, enterprises = excluded.enterprises, cells = excluded.cells""",
                parts.entrySet().stream()
                        .map(part -> new Object[] {
                            subject,
                            part.getKey(),
                            revision,
                            part.getValue().enterprises().toArray(UUID[]::new),
                            part.getValue().without(judgedElsewhere)
                        })
                        .toList());
    }
}

package cn.zhengqi.matching.tag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What somebody fills in to tag many at once: the heading that an import asks for, and on a second sheet what goes under it. */
final class ImportTemplate {

    private static final int WIDTH = 28 * 256;
    private static final int WIDE = 80 * 256;

    private ImportTemplate() {}

    /** @return an .xlsx */
    static byte[] of(TagSubject subject) {
        try (Workbook book = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            List<String> heads = List.of(Wish.TAG, subject.codeName(), Wish.NOTE);
            Sheet lines = book.createSheet("打标");
            CellStyle text = book.createCellStyle();
            // As numbers Excel would round codes of 18 digits.
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            Row heading = lines.createRow(0);
            for (int column = 0; column < heads.size(); column++) {
                lines.setDefaultColumnStyle(column, text);
                lines.setColumnWidth(column, WIDTH);
                heading.createCell(column).setCellValue(heads.get(column));
            }
            lines.createFreezePane(0, 1);
            explain(
                    book.createSheet("填写说明"),
                    List.of(
                            "在“打标”页每行填一个标签；要打多个标签的，每个标签一行。一次不超过 " + Wish.MOST + " 行。",
                            Wish.TAG + "：标签库中的名称，逐字一致；按条件得出的标签不能手工设置。",
                            subject == TagSubject.ENTERPRISE
                                    ? subject.codeName() + "：18 位，须在您的数据权限内。"
                                    : subject.codeName() + "：已发布政策的编号，见政策管理。",
                            Wish.NOTE + "：可不填，不超过 100 字；企业能看到。",
                            "有一行不对，就一个标签也不设置，并逐行说明原因。"));
            book.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void explain(Sheet sheet, List<String> sentences) {
        sheet.setColumnWidth(0, WIDE);
        for (int row = 0; row < sentences.size(); row++) {
            sheet.createRow(row).createCell(0).setCellValue(sentences.get(row));
        }
    }
}

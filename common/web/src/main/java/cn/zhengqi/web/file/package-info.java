/** What is handed in as a file: its kind by its content, its name made harmless. */
@NullMarked
package cn.zhengqi.web.file;

import org.jspecify.annotations.NullMarked;

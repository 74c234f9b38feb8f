import { writeText } from '../../rows/text';
import type { Content } from '../grid';
import type { SideCell } from './sideCell';

/**
 * The content of a cell as it is written so that it is just that again. In a cell of plain text the mark that keeps a text one
 * may show, so it is left out where nothing needs it.
 */
export function written({ content, format, formula }: SideCell): Content {
  if (formula) return '';
  if (typeof content !== 'string') return content;
  return format === '@' && !/^[='+]/.test(content) ? content : writeText(content);
}

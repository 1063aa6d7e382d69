// The script of the quiet pages: it leaves no traces and sends a report. Whatever it imports is loaded by no other page.
import './quiet.css';
import { enhanceExit, leaveNothing, replaceOnly } from './leaving';
import { enhanceReport } from './report';

const exit = document.querySelector<HTMLAnchorElement>('#quick-exit');
if (exit !== null) enhanceExit(exit);
const report = document.querySelector<HTMLFormElement>('#report');
if (report !== null) enhanceReport(report);
replaceOnly();
leaveNothing();
document.documentElement.dataset['ready'] = 'true';

import { Command } from 'commander';
import { contentFilesCommands } from '/work/main/apps/api/src/cli/content-files.commands.ts';
const content = new Command('content');
for (const c of contentFilesCommands({ root: '/work/main/content', out: { print: (l: string) => console.log(l), progress: () => {} } }, (code) => { process.exitCode = code; })) content.addCommand(c);
await new Command('naru').addCommand(content).parseAsync();
